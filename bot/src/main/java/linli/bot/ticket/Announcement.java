package linli.bot.ticket;

import java.time.Instant;
import java.util.List;

/**
 * What a group is still to hear about one ticket.
 *
 * @param reasons {@link Reason}s, in the order they came
 * @param messageId the line the ticket was opened from; two tickets of one line are told together
 * @param overBudget whether it waits for the evening because the day's lines are used up
 */
record Announcement(
        long id, long ticketId, String chatId, List<String> reasons, Long messageId, long eventId, Instant dueAt, boolean solicited, boolean overBudget) {

    enum Reason { ACK, VOICES, ACCEPTED, STARTED, ASKED, HANDED_OFF, RESOLVED, REOPENED, REJECTED, REMINDED, LAPSED }

    Announcement {
        reasons = List.copyOf(reasons);
    }

    boolean has(Reason reason) {
        return reasons.contains(reason.name());
    }
}
