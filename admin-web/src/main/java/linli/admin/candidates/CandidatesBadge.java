package linli.admin.candidates;

import linli.admin.web.Badge;
import linli.bot.staff.Actor;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Guesses that wait for a person. */
@Component
class CandidatesBadge implements Badge {

    private final Tickets tickets;

    CandidatesBadge(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public String at() {
        return "candidates";
    }

    @Override
    public int waiting(Actor actor) {
        return tickets.counts(actor.scope(), actor, MOST).candidates();
    }
}
