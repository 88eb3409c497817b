package linli.bot.ticket;

import linli.bot.problem.Conflict;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** Who changed a ticket last, for somebody who had looked at it before that. Residents go unnamed. */
@Component
class LastHand {

    private final TicketMapper mapper;
    private final StaffMembers staff;

    LastHand(TicketMapper mapper, StaffMembers staff) {
        this.mapper = mapper;
        this.staff = staff;
    }

    Conflict wasFaster(Ticket ticket) {
        return new Conflict("problem.ticket.stale", nameOf(mapper.lastChange(ticket.id())));
    }

    private String nameOf(TicketEvent last) {
        if (last == null || last.actorRole() == Role.SYSTEM) {
            return Texts.of("ticket.system");
        }
        return last.actorRole() == Role.RESIDENT
                ? Texts.label(Role.RESIDENT)
                : staff.findByUserid(last.actorRef()).map(s -> s.nickname() == null ? s.name() : s.nickname()).orElse(last.actorName());
    }
}
