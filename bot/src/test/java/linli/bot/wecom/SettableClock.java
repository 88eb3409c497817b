package linli.bot.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import linli.bot.time.MachineClock;

/** The machine's time, where a test put it. */
public class SettableClock extends MachineClock {

    private volatile Instant now;

    public SettableClock(Instant now) {
        super(Clock.systemUTC());
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
