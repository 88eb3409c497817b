package linli.bot.ticket;

import java.util.List;
import java.util.Optional;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The very line a group would hear if a person took a step now: the step is taken in a transaction of its own, the line is
 * read, and everything is rolled back. So a preview cannot differ from what is said, apart from what happens in between.
 */
@Component
public class Rehearsals {

    private final Tickets tickets;
    private final AnnouncementMapper announcements;
    private final Wording wording;
    private final TransactionTemplate apart;

    Rehearsals(Tickets tickets, AnnouncementMapper announcements, Wording wording, PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.announcements = announcements;
        this.wording = wording;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Empty while something the step needs is missing, and when the group would hear nothing. */
    public Optional<String> line(String no, TicketAction action, Actor actor, ActionForm form) {
        ActionForm spoken = new ActionForm(
                null, form.text(), form.expected(), form.ownerId(), form.unitId(), form.rejectCode(), form.mergeInto(), true,
                form.category(), form.urgency(), form.place());
        return apart.execute(status -> {
            status.setRollbackOnly();
            try {
                return said(tickets.act(no, action, actor, spoken), action);
            } catch (Problem incomplete) {
                // The person has not filled in everything yet; submitting will say what is missing.
                return Optional.empty();
            }
        });
    }

    private Optional<String> said(Ticket after, TicketAction action) {
        if (action == TicketAction.ACCEPT && after.urgency() == Urgency.P0) {
            return Optional.of(wording.emergencyAccepted(after));
        }
        return Optional.ofNullable(announcements.openOf(after.id()))
                .map(wanted -> action == TicketAction.CONFIRM ? wanted : withoutAcknowledgement(wanted))
                .flatMap(wanted -> wording.line(after, wanted));
    }

    /** An acknowledgement that is still under way goes out first, as a line of its own; the step's line follows it. */
    private static Announcement withoutAcknowledgement(Announcement wanted) {
        List<String> reasons = wanted.reasons().stream().filter(reason -> !reason.equals(Announcement.Reason.ACK.name())).toList();
        return new Announcement(
                wanted.id(), wanted.ticketId(), wanted.chatId(), reasons, wanted.messageId(), wanted.eventId(), wanted.dueAt(),
                wanted.solicited(), wanted.overBudget());
    }
}
