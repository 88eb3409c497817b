package linli.bot.intake.step;

import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Understanding.Flag;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Tells the desk at once of what only a person can answer: somebody at the end of his patience, a call to gather (D5 42, 48). */
@Component
class Alarms {

    private final StaffMembers staff;
    private final Outbox outbox;
    private final CommunityClock clock;

    Alarms(StaffMembers staff, Outbox outbox, CommunityClock clock) {
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Once for each ticket and reason, whoever says it how often. */
    void raise(Heard heard, Ticket ticket) {
        if (heard.message().late()) {
            return;
        }
        if (heard.understanding().flags().contains(Flag.EMOTION)) {
            tell("pressed", heard, ticket);
        } else if (heard.understanding().flags().contains(Flag.GATHERING)) {
            tell("gathering", heard, ticket);
        }
    }

    private void tell(String why, Heard heard, Ticket ticket) {
        staff.inRole(Role.DESK, null).forEach(desk -> outbox.put(Draft.toStaff(
                why + ":" + ticket.id() + ":" + desk.userid(), desk.userid(), Texts.of("card." + why, heard.group().name(), ticket.no()), "card", clock.now())));
    }
}
