package linli.bot.time;

import java.time.Duration;
import java.time.Instant;

/** How the community's time differs from the machine's: an offset, or held still at an instant. */
record ClockSetting(long offsetMillis, Instant heldAt) {

    static final ClockSetting REAL = new ClockSetting(0, null);

    Instant at(Instant machine) {
        return heldAt != null ? heldAt : machine.plusMillis(offsetMillis);
    }

    static ClockSetting running(Instant community, Instant machine) {
        return new ClockSetting(Duration.between(machine, community).toMillis(), null);
    }

    static ClockSetting held(Instant community) {
        return new ClockSetting(0, community);
    }
}
