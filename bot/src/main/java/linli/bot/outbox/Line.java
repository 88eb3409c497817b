package linli.bot.outbox;

import java.time.Instant;
import java.util.List;

/**
 * A line as screens show it.
 *
 * @param attachmentIds comma-joined, as the query hands them
 */
public record Line(
        long id,
        String key,
        Route route,
        String target,
        String owner,
        String text,
        String reason,
        LineState state,
        Instant notBefore,
        int attempts,
        String vendorRef,
        String failure,
        Instant createdAt,
        Instant sentAt,
        String sentBy,
        String attachmentIds) {

    /** What goes out beside the text, in this order. */
    public List<Long> attachments() {
        return OutgoingMessage.ids(attachmentIds);
    }
}
