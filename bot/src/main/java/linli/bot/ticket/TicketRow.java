package linli.bot.ticket;

import java.time.Instant;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;

/** A line of the list page. */
public record TicketRow(
        long id,
        String no,
        String placeLabel,
        String thing,
        String matter,
        Category category,
        Urgency urgency,
        boolean urgent,
        boolean restricted,
        TicketStatus status,
        int voices,
        int reopenCount,
        Long gridId,
        String building,
        Long ownerId,
        Long unitId,
        Instant respondBy,
        Instant resolveBy,
        Instant createdAt,
        Instant updatedAt,
        int version,
        String ownerName,
        String unitName) {

    /** What has to be kept next: the response while nobody took it, then the solution; null when it is over or a guess. */
    public Instant dueAt() {
        return status == TicketStatus.OPEN ? respondBy : status.isOpen() ? resolveBy : null;
    }

    TicketRow named(String owner, String unit) {
        return new TicketRow(
                id, no, placeLabel, thing, matter, category, urgency, urgent, restricted, status, voices, reopenCount, gridId, building,
                ownerId, unitId, respondBy, resolveBy, createdAt, updatedAt, version, owner, unit);
    }
}
