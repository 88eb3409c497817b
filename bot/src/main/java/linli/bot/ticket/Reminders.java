package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.bot.staff.Actor;
import linli.bot.ticket.Announcement.Reason;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 待补充 (events 9 and 11): the group is asked again after a day and after two; a day after that the ticket is closed. Only
 * what the group was really asked is asked again, and only when both reminders reached it is silence taken for an answer.
 */
@Component
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private static final Duration DAY = Duration.ofHours(24);
    private static final int REMINDERS = 2;

    private final TicketMapper mapper;
    private final TicketMoves moves;
    private final Announcements announcements;
    private final CommunityClock clock;
    private final TransactionTemplate transactions;

    Reminders(TicketMapper mapper, TicketMoves moves, Announcements announcements, CommunityClock clock, TransactionTemplate transactions) {
        this.mapper = mapper;
        this.moves = moves;
        this.announcements = announcements;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Does what is due. Safe to run twice at once. @return how many tickets it touched */
    public int remindOrLapse() {
        int touched = 0;
        for (long id : mapper.findUnanswered(clock.now().minus(DAY))) {
            try {
                touched += transactions.execute(status -> attend(id)) ? 1 : 0;
            } catch (RuntimeException e) {
                // It stays due; the others must not wait for it.
                log.error("Residents could not be reminded of ticket {}, it is tried again", id, e);
            }
        }
        return touched;
    }

    /** When somebody is reminded next, or a ticket lapses. */
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextUnanswered(now));
    }

    private boolean attend(long id) {
        Ticket ticket = mapper.lock(id);
        if (ticket.status() != TicketStatus.NEED_INFO || !announcements.reached(id, Reason.ASKED, ticket.stateAt(), 1)) {
            return false;
        }
        List<Instant> reminded = mapper.events(id).stream()
                .filter(event -> event.is(Noted.REMINDED) && !event.at().isBefore(ticket.stateAt()))
                .map(TicketEvent::at)
                .toList();
        Instant last = reminded.stream().max(Comparator.naturalOrder()).orElse(ticket.stateAt());
        if (last.plus(DAY).isAfter(clock.now())) {
            return false;
        }
        return reminded.size() < REMINDERS ? remind(ticket) : lapse(ticket);
    }

    private boolean remind(Ticket ticket) {
        long event = mapper.insertEvent(NewEvent.of(ticket.id(), clock.now(), Actor.SYSTEM, Noted.REMINDED, null, null, null, null));
        announcements.want(ticket, Reason.REMINDED, event, null, clock.now(), false);
        return true;
    }

    private boolean lapse(Ticket ticket) {
        if (!announcements.reached(ticket.id(), Reason.REMINDED, ticket.stateAt(), REMINDERS)) {
            return false;
        }
        moves.act(ticket.no(), TicketAction.LAPSE, Actor.SYSTEM, new ActionForm(null, null, null, null, null, null, null, true));
        return true;
    }
}
