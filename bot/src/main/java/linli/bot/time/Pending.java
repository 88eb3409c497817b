package linli.bot.time;

import java.time.Instant;
import java.util.Optional;

/** A place where work waits: inbox, outbox, archive, a sweep. Time travel lets each come to rest before it goes on. */
public interface Pending {

    String name();

    /** Whether nothing is left to do at {@code now}, and nobody is at it. May nudge its worker. */
    boolean isAtRest(Instant now);

    /** The next instant after {@code now} at which something falls due; empty when nothing is foreseen. */
    Optional<Instant> nextDue(Instant now);
}
