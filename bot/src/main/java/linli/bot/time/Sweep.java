package linli.bot.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Something that happens by the clock. A feature declares its own as beans, in its {@code …Sweeps}; the timetable finds them.
 *
 * @param name in the log, and as the text {@code sweep.<name>} on the status page
 * @param every how often it looks (machine time)
 * @param run does what is due and says how much that was; safe to run twice at once, and in any order with the others
 * @param nextDue the next instant after the given one at which it will have something to do, as far as can be seen
 * @param housekeeping whether nobody waits for what it does
 */
public record Sweep(String name, Duration every, IntSupplier run, Function<Instant, Optional<Instant>> nextDue, boolean housekeeping) {

    public static Sweep every(String every, String name, IntSupplier run, Function<Instant, Optional<Instant>> nextDue) {
        return new Sweep(name, Duration.parse("PT" + every), run, nextDue, false);
    }

    /** Housekeeping: nothing that a rehearsal would need to stop for. */
    public static Sweep every(String every, String name, IntSupplier run) {
        return new Sweep(name, Duration.parse("PT" + every), run, now -> Optional.empty(), true);
    }
}
