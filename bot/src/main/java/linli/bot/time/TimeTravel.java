package linli.bot.time;

import java.time.Duration;
import java.time.Instant;

/** Moves the community's time for a rehearsal. Implemented by the timetable; used by the sandbox. */
public interface TimeTravel {

    /**
     * Moves to an instant. Forward, it stops at every due instant on the way, in order, and lets all work come to rest
     * there; backward, it jumps. Returns when inbox, sweeps and outbox are at rest.
     *
     * @param hold whether time stands still afterwards
     * @return the community's time when everything is at rest
     * @throws IllegalStateException when work has not come to rest within {@code patience}; names what is still busy
     */
    Instant moveTo(Instant to, boolean hold, Duration patience);

    /** Waits until everything that is due has been done. */
    void settle(Duration patience);
}
