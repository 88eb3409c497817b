package linli.admin.tickets;

import linli.admin.web.Badge;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketCounts;
import linli.bot.ticket.TicketLists;
import org.springframework.stereotype.Component;

/** What nobody has taken yet and what is late. */
@Component
class TicketsBadge implements Badge {

    private final TicketLists lists;

    TicketsBadge(TicketLists lists) {
        this.lists = lists;
    }

    @Override
    public String at() {
        return "tickets";
    }

    @Override
    public int waiting(Actor actor) {
        TicketCounts counts = lists.counts(actor.scope(), actor, MOST);
        return Math.max(counts.waiting(), counts.overdue());
    }
}
