package linli.bot.routing;

import java.time.Duration;
import java.time.Instant;
import linli.bot.worktime.WorkCalendar;

/**
 * By when a matter is answered and resolved.
 *
 * @param resolveBy null when there is nothing to resolve
 */
public record Deadlines(Instant respondBy, Instant resolveBy) {

    static Deadlines of(Responsibility line, ResponseClock clock, Instant from, WorkCalendar work) {
        return new Deadlines(respondBy(line, clock, from, work), resolveBy(line, clock, from, work));
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
