package linli.bot.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class WorkCalendarTests {

    @Autowired
    WorkCalendar calendar;

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-14T11:30, PT1H,   2026-07-14T14:30", // over noon
        "2026-07-14T09:00, PT3H,   2026-07-14T12:00", // ends with the span
        "2026-07-14T09:00, PT4H,   2026-07-14T15:00",
        "2026-07-14T17:00, PT4H,   2026-07-15T12:00",
        "2026-07-17T17:00, PT2H,   2026-07-20T10:00", // over the weekend
        "2026-07-14T23:10, PT4H,   2026-07-15T15:00", // a night
        "2026-07-14T09:00, PT21H,  2026-07-16T18:00", // three work days
        "2026-09-30T17:00, PT2H,   2026-10-08T10:00", // over the National Day week
        "2026-10-09T17:30, PT1H,   2026-10-10T09:30", // a Saturday that is worked
        "2026-02-14T17:00, PT2H,   2026-02-24T10:00", // Spring Festival, after a worked Saturday
        "2025-12-31T17:30, PT1H,   2026-01-04T09:30", // into a year of its own holidays
    })
    void onlyWorkTimeCounts(String from, Duration work, String until) {
        assertThat(calendar.plusWorking(at(from), work)).isEqualTo(at(until));
    }

    @Test
    void theNextStartOfWorkIsNowWhileSomebodyWorks() {
        assertThat(calendar.nextWorkStart(at("2026-07-14T10:00"))).isEqualTo(at("2026-07-14T10:00"));
        assertThat(calendar.nextWorkStart(at("2026-07-14T12:00"))).isEqualTo(at("2026-07-14T14:00"));
        assertThat(calendar.nextWorkStart(at("2026-07-14T18:00"))).isEqualTo(at("2026-07-15T09:00"));
        assertThat(calendar.nextWorkStart(at("2026-10-01T08:00"))).isEqualTo(at("2026-10-08T09:00"));
    }

    @Test
    void theLastInstantOfASpanIsNoLongerWork() {
        assertThat(calendar.isWorking(at("2026-07-14T09:00"))).isTrue();
        assertThat(calendar.isWorking(at("2026-07-14T12:00"))).isFalse();
        assertThat(calendar.isWorking(at("2026-07-18T10:00"))).isFalse();
        assertThat(calendar.isWorking(at("2026-05-09T10:00"))).isTrue();
    }

    @Test
    void aYearWithoutPublishedHolidaysCountsItsWeekdays() {
        assertThat(calendar.plusWorking(at("2031-10-01T09:00"), Duration.ofHours(1))).isEqualTo(at("2031-10-01T10:00"));
    }

    @Test
    void theMachinesTimeZoneChangesNothing() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(calendar.plusWorking(at("2026-07-14T17:00"), Duration.ofHours(4))).isEqualTo(at("2026-07-15T12:00"));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
