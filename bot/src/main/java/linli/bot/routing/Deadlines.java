package linli.bot.routing;

import java.time.Duration;
import java.time.Instant;
import linli.bot.worktime.WorkCalendar;

/**
 * By when a matter is answered and resolved.
 *
 * @param respondIn what the time to answer is counted in
 * @param resolveBy null when there is nothing to resolve
 */
public record Deadlines(Instant respondBy, CountedIn respondIn, Instant resolveBy, CountedIn resolveIn) {

    static Deadlines of(Responsibility line, ResponseClock clock, Instant from, WorkCalendar work) {
        return new Deadlines(
                respondBy(line, clock, from, work),
                respondIn(line, clock, from, work),
                resolveBy(line, clock, from, work),
                line.resolveMinutes() != null ? line.calendar() : clock.resolveCalendar());
    }

    private static CountedIn respondIn(Responsibility line, ResponseClock clock, Instant from, WorkCalendar work) {
        if (line.respondMinutes() != null) {
            return line.calendar();
        }
        return clock.respondOffMinutes() != null && !work.isWorking(from) ? CountedIn.ALWAYS : clock.respondCalendar();
    }

    private static Instant respondBy(Responsibility line, ResponseClock clock, Instant from, WorkCalendar work) {
        if (line.respondMinutes() != null) {
            return after(line.respondMinutes(), line.calendar(), from, work);
        }
        if (clock.respondOffMinutes() != null && !work.isWorking(from)) {
            return after(clock.respondOffMinutes(), CountedIn.ALWAYS, from, work);
        }
        return after(clock.respondMinutes(), clock.respondCalendar(), from, work);
    }

    private static Instant resolveBy(Responsibility line, ResponseClock clock, Instant from, WorkCalendar work) {
        if (line.resolveMinutes() != null) {
            return after(line.resolveMinutes(), line.calendar(), from, work);
        }
        return clock.resolveMinutes() == null ? null : after(clock.resolveMinutes(), clock.resolveCalendar(), from, work);
    }

    private static Instant after(int minutes, CountedIn calendar, Instant from, WorkCalendar work) {
        Duration length = Duration.ofMinutes(minutes);
        return calendar == CountedIn.WORK ? work.plusWorking(from, length) : from.plus(length);
    }
}
