package linli.admin.candidates;

import linli.admin.web.Badge;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketLists;
import org.springframework.stereotype.Component;

/** Guesses that wait for a person. */
@Component
class CandidatesBadge implements Badge {

    private final TicketLists lists;

    CandidatesBadge(TicketLists lists) {
        this.lists = lists;
    }

    @Override
    public String at() {
        return "candidates";
    }

    @Override
    public int waiting(Actor actor) {
        return lists.counts(actor.scope(), actor, MOST).candidates();
    }
}
