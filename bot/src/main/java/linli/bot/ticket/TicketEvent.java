package linli.bot.ticket;

import java.time.Instant;
import linli.bot.staff.Role;

/**
 * A line of a ticket's history.
 *
 * @param kind a {@link TicketAction} or a {@link Noted}; its Chinese word is the label of either
 * @param actorName as history shows it; empty for the system
 * @param note what was written, personal data masked
 * @param lineId the outbox line that went out, for SAID and CALLED; its text, route and state are the outbox's to tell
 * @param undone whether whoever tapped took it back at once
 */
public record TicketEvent(
        long id,
        long ticketId,
        Instant at,
        String actorRef,
        String actorName,
        Role actorRole,
        String kind,
        TicketStatus fromStatus,
        TicketStatus toStatus,
        String note,
        Long lineId,
        boolean undone) {

    /** What is noted beside the actions of the state machine. */
    public enum Noted { OPENED, JOINED, WIDENED, RAISED, RECALLED, VOICE_REMOVED, SAID, CALLED, RATED, UNMERGED, JOINED_BY_MERGE, REMINDED, UNDONE, GATHERED, SPLIT, SPLIT_FROM, BESIDE }

    public boolean is(Enum<?> what) {
        return kind.equals(what.name());
    }
}
