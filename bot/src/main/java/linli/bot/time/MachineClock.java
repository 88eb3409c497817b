package linli.bot.time;

import java.time.Clock;
import java.time.Instant;

/** The machine's own time. A bean, so that a test can hold it still. */
public class MachineClock {

    private final Clock clock;

    public MachineClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }
}
