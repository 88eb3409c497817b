package linli.bot.ticket;

import java.time.Instant;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;

/** A history row to be inserted. */
record NewEvent(
        long ticketId, Instant at, String actorRef, String actorName, Role actorRole, String kind, TicketStatus from, TicketStatus to, String note, Long lineId) {

    static NewEvent of(long ticketId, Instant at, Actor actor, Enum<?> kind, TicketStatus from, TicketStatus to, String note, Long lineId) {
        Role role = actor.roles().stream().min(java.util.Comparator.naturalOrder()).orElse(Role.SYSTEM);
        return new NewEvent(ticketId, at, actor.ref(), actor.name(), role, kind.name(), from, to, note, lineId);
    }
}
