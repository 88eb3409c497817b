package linli.bot.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time people live by. In production it is the machine's time; the sandbox shifts it or holds it still. The shift
 * stands in PostgreSQL, so every node sees the same time.
 */
public class CommunityClock {

    /** Everything people read is in this zone, whatever the machine's. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MachineClock machine;
    private volatile ClockSetting setting = ClockSetting.REAL;

    public CommunityClock(MachineClock machine) {
        this.machine = machine;
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    public Instant now() {
        return setting.at(machine.now()).truncatedTo(ChronoUnit.MICROS);
    }

    public ZonedDateTime local() {
        return now().atZone(ZONE);
    }

    public LocalDate today() {
        return local().toLocalDate();
    }

    void follow(ClockSetting setting) {
        this.setting = setting;
    }
}
