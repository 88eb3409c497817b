package linli.bot.inbox;

import java.time.Instant;

/** A line with its words sealed and masked, ready to be stored. */
record NewMessage(
        String adapter,
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
        Instant sentAt) {

    static NewMessage of(IncomingMessage m, byte[] sealed, String masked, String quote) {
        return new NewMessage(
                m.adapter(), m.msgId(), m.seq(), m.chatId(), m.senderId(), m.kind(), sealed, masked, m.mediaRef(), quote, m.revokes(), m.sentAt());
    }
}
