package linli.bot.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One way of speaking. Implemented by an edge. */
public interface Channel {

    Route route();

    /** Whether the same key handed over twice has one effect. */
    boolean repeatsSafely();

    /** How long nothing can be handed over, because the vendor takes no more; lines wait where they are. Asked often. */
    default Duration restsFor() {
        return Duration.ZERO;
    }

    /**
     * Hands lines of one batch over.
     *
     * @return a receipt per line, in order
     */
    List<Receipt> send(List<OutgoingMessage> lines) throws SendFailed;

    /** What became of a line whose answer was lost; empty while the vendor cannot tell. */
    Optional<Receipt> lookUp(OutgoingMessage line) throws SendFailed;
}
