package linli.bot.whistle;

import java.time.Instant;

/**
 * A unit's part.
 *
 * @param task what it is to do
 * @param returnReason why it said once that this is not its matter; null when it did not
 * @param score 1 to 5; null before
 */
public record Subtask(
        long id,
        long whistleId,
        long ticketId,
        String ticketNo,
        String placeLabel,
        String matter,
        long unitId,
        String unitName,
        String task,
        Instant arriveBy,
        Instant answerBy,
        SubtaskState state,
        Instant arrivedAt,
        Instant answeredAt,
        String answer,
        String returnReason,
        Integer score) {

    /** What has to be kept next; null when nothing is. */
    public Instant dueAt() {
        return switch (state) {
            case WAIT_ARRIVE -> arriveBy;
            case ARRIVED -> answerBy;
            default -> null;
        };
    }
}
