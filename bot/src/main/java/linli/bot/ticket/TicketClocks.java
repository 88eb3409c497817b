package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import org.springframework.stereotype.Component;

/** Who gets a ticket and until when. */
@Component
class TicketClocks {

    private final StaffMembers staff;

    TicketClocks(StaffMembers staff) {
        this.staff = staff;
    }

    /** Owner, unit and deadlines of a ticket; any of the first two may be unknown. */
    record Plan(Long ownerId, Long unitId, Instant respondBy, Instant resolveBy) {}

    Plan plan(Category category, Urgency urgency, Long gridId, Instant from) {
        Long owner = gridId == null ? null : staff.inRole(Role.GRID, gridId).stream().findFirst().map(s -> s.id()).orElse(null);
        return new Plan(owner, null, from.plus(response(urgency)), from.plus(resolution(urgency)));
    }

    /** Half of the time it had at first (event 17 of the model). */
    Instant again(Ticket ticket, Instant from) {
        Duration first = ticket.resolveBy() == null ? resolution(ticket.urgency()) : Duration.between(ticket.createdAt(), ticket.resolveBy());
        Duration half = resolution(ticket.urgency()).compareTo(first) < 0 ? resolution(ticket.urgency()) : first;
        return from.plus(half.dividedBy(2));
    }

    private static Duration response(Urgency urgency) {
        return switch (urgency) {
            case P0 -> Duration.ofMinutes(3);
            case P1 -> Duration.ofMinutes(30);
            case P2 -> Duration.ofHours(4);
            case P3 -> Duration.ofDays(1);
        };
    }

    private static Duration resolution(Urgency urgency) {
        return switch (urgency) {
            case P0, P1 -> Duration.ofHours(24);
            case P2, P3 -> Duration.ofDays(3);
        };
    }
}
