package linli.bot.sandbox.server.world;

import java.time.Instant;

/**
 * One line of a chat.
 *
 * @param seq its place in the whole tenant's archive
 * @param quote the words it answers, {@code 昵称：原话}, or null
 * @param revokes msgId of the line it recalls, or null
 * @param attached what it carries that is not words
 * @param route how the product's own line came here ({@code AUTO}, {@code STAFF_TAP}, {@code OWNER_CONFIRM}); null for
 *     what people typed
 */
public record Line(
        long seq,
        String msgId,
        String groupId,
        Person sender,
        String nickname,
        Kind kind,
        String text,
        String quote,
        String revokes,
        String route,
        Instant sentAt,
        boolean recalled,
        Attached attached) {}
