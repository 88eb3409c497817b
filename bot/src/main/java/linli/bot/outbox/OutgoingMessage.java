package linli.bot.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A line to hand over.
 *
 * @param key what makes it one: the same key is the same line
 * @param target WeCom's chat id; for STAFF_APP the userid
 * @param owner userid of the group's owner for OWNER_CONFIRM
 * @param batch lines of one batch have the same words and the same owner, and go out as one task
 * @param attempts how often it was handed over before
 * @param doubtful whether it may have gone out before the database was restored
 * @param attachmentIds comma-joined, as the query hands them
 */
public record OutgoingMessage(
        long id, String key, Route route, String target, String owner, String batch, String text, Instant notBefore, int attempts,
        String attachmentIds, boolean doubtful) {

    /** What goes out beside the text, in this order. */
    public List<Long> attachments() {
        return ids(attachmentIds);
    }

    static List<Long> ids(String joined) {
        return Arrays.stream(joined.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
    }
}
