package linli.bot.inbox;

import java.time.Instant;

/**
 * One line as a channel delivered it.
 *
 * @param adapter which channel ({@code wecom})
 * @param msgId the vendor's id; the same id is the same line
 * @param seq the vendor's order
 * @param text the words, empty for images and voice
 * @param mediaRef the vendor's handle of a picture or recording, or null
 * @param quote the words this line answers to, or null
 * @param revokes id of the line that this one takes back, or null
 */
public record IncomingMessage(
        String adapter,
        String msgId,
        long seq,
        String chatId,
        String senderId,
        Kind kind,
        String text,
        String mediaRef,
        String quote,
        String revokes,
        Instant sentAt) {

    public enum Kind { TEXT, IMAGE, VOICE, VIDEO, FILE, LINK, FORWARD, STICKER, LOCATION, REVOKE, OTHER }
}
