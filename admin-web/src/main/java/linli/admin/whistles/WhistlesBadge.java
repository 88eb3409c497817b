package linli.admin.whistles;

import linli.admin.web.Badge;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.whistle.Whistles;
import org.springframework.stereotype.Component;

/** What waits for this person: applications for a leader, parts for a unit. */
@Component
class WhistlesBadge implements Badge {

    private final Whistles whistles;

    WhistlesBadge(Whistles whistles) {
        this.whistles = whistles;
    }

    @Override
    public String at() {
        return "whistles";
    }

    @Override
    public int waiting(Actor actor) {
        int asked = actor.is(Role.LEADER) ? whistles.asked(actor.scope()).size() : 0;
        return asked + (actor.is(Role.UNIT) ? whistles.countOpen(actor.scope()) : 0);
    }
}
