package linli.bot.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Something that happens by the clock.
 *
 * @param name as staff see it in the log and on the status page
 * @param every how often it looks (machine time)
 * @param run does what is due and says how much that was; safe to run twice at once
 * @param nextDue the next instant after the given one at which it will have something to do, as far as can be seen
 * @param housekeeping whether nobody waits for what it does
 */
record Sweep(String name, Duration every, IntSupplier run, Function<Instant, Optional<Instant>> nextDue, boolean housekeeping) {

    static Sweep every(String every, String name, IntSupplier run, Function<Instant, Optional<Instant>> nextDue) {
        return new Sweep(name, parsed(every), run, nextDue, false);
    }

    /** Housekeeping: nothing that a rehearsal would need to stop for. */
    static Sweep every(String every, String name, IntSupplier run) {
        return new Sweep(name, parsed(every), run, now -> Optional.empty(), true);
    }

    private static Duration parsed(String every) {
        return Duration.parse("PT" + every.toUpperCase());
    }
}
