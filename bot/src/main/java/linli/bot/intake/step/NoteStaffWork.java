package linli.bot.intake.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import linli.bot.parsing.FollowUp;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff and property people say never opens a ticket; that they see to something is noted at the open one. */
@Component
@Order(20)
class NoteStaffWork implements Step {

    private static final Duration RECENT = Duration.ofHours(12);

    private final GroupTickets groupTickets;

    NoteStaffWork(GroupTickets groupTickets) {
        this.groupTickets = groupTickets;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (!heard.isFromStaff()) {
            return Optional.empty();
        }
        FollowUp followUp = heard.understanding().followUp();
        if (followUp == FollowUp.HANDLING || followUp == FollowUp.FIXED) {
            List<Ticket> open = groupTickets.openIn(heard.group().id(), heard.at().minus(RECENT));
            if (!open.isEmpty()) {
                groupTickets.attach(open.get(0).id(), heard.message().id(), followUp.name(), heard.at());
                return Optional.of("staff-noted");
            }
        }
        return Optional.of("staff");
    }
}
