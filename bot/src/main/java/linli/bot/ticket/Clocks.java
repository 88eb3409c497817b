package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import linli.bot.routing.CountedIn;
import linli.bot.worktime.WorkCalendar;

/**
 * A ticket's two clocks.
 *
 * @param respondBy until when somebody should take it
 * @param resolveBy until when it should be done; null when there is nothing to resolve
 * @param pausedAt since when they stand still; null while they run
 */
record Clocks(Instant respondBy, CountedIn respondIn, Instant resolveBy, CountedIn resolveIn, Instant pausedAt) {

    /** They run on from now with what was left: work time where work time is counted, so that nothing falls due at night. */
    Clocks resumedAt(Instant now, WorkCalendar work) {
        return pausedAt == null
                ? this
                : new Clocks(later(respondBy, respondIn, now, work), respondIn, later(resolveBy, resolveIn, now, work), resolveIn, null);
    }

    private Instant later(Instant due, CountedIn in, Instant now, WorkCalendar work) {
        if (due == null) {
            return null;
        }
        if (in == CountedIn.ALWAYS || !due.isAfter(pausedAt)) {
            // What was late before stays as late.
            return due.plus(Duration.between(pausedAt, now));
        }
        return work.plusWorking(now, work.workingBetween(pausedAt, due));
    }
}
