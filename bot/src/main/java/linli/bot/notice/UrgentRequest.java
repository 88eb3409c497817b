package linli.bot.notice;

import java.time.Instant;

/**
 * A clerk's wish that a notice goes out at once.
 *
 * @param granted null while nobody has answered
 * @param note why it was not granted
 */
public record UrgentRequest(
        long id, long noticeId, String reason, String askedBy, String askedName, Instant askedAt, String answeredName, Instant answeredAt, Boolean granted,
        String note) {

    public boolean isOpen() {
        return answeredAt == null;
    }
}
