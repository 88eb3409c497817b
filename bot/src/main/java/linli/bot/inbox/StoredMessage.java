package linli.bot.inbox;

import java.time.Instant;

/**
 * A line as the inbox keeps it.
 *
 * @param textMasked the words with personal data masked; what screens show
 * @param textSealed the words encrypted; null once they expired
 * @param late whether it is read after its group was bound, so that nothing may be said about it
 */
public record StoredMessage(
        long id,
        String msgId,
        long seq,
        String chatId,
        String senderId,
        IncomingMessage.Kind kind,
        byte[] textSealed,
        String textMasked,
        String mediaRef,
        String quote,
        String revokes,
        Instant sentAt,
        boolean late,
        Instant recalledAt) {}
