package linli.bot.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import linli.bot.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class QuietHoursTests {

    @Autowired
    QuietHours quiet;

    @Autowired
    Settings settings;

    @AfterEach
    void takeChangesBack() {
        settings.change("quiet-from", null);
        settings.change("quiet-to", null);
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }

    @Test
    void theNightIsQuietAcrossMidnight() {
        assertThat(quiet.contains(at("2026-07-14T21:59"))).isFalse();
        assertThat(quiet.contains(at("2026-07-14T22:00"))).isTrue();
        assertThat(quiet.contains(at("2026-07-15T03:00"))).isTrue();
        assertThat(quiet.contains(at("2026-07-15T07:30"))).isFalse();
    }

    @Test
    void itEndsInTheMorning() {
        assertThat(quiet.endAfter(at("2026-07-14T23:10"))).isEqualTo(at("2026-07-15T07:30"));
        assertThat(quiet.endAfter(at("2026-07-15T02:10"))).isEqualTo(at("2026-07-15T07:30"));
        assertThat(quiet.endAfter(at("2026-07-15T12:00"))).isEqualTo(at("2026-07-15T12:00"));
    }

    @Test
    void theSettingsDecide() {
        settings.change("quiet-from", "12:00");
        settings.change("quiet-to", "14:00");

        assertThat(quiet.contains(at("2026-07-14T23:00"))).isFalse();
        assertThat(quiet.endAfter(at("2026-07-14T13:00"))).isEqualTo(at("2026-07-14T14:00"));

        settings.change("quiet-to", "12:00");
        assertThat(quiet.contains(at("2026-07-14T12:00"))).isFalse();
    }
}
