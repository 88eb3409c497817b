package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.staff.Actor;
import linli.bot.staff.DutyRoster;
import linli.bot.staff.Staff;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 夜间阶梯 (C9): an emergency calls the grid's duty worker at once, the community's after 3, the street's after 5 and the
 * leader 10 minutes after the report. Only a person's tap ends it; that a card arrived does not.
 */
@Component
public class NightLadder {

    private static final Logger log = LoggerFactory.getLogger(NightLadder.class);

    /** Minutes after the report at which steps 1, 2 and 3 are called. */
    private static final List<Integer> MINUTES = List.of(3, 5, 10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final LadderMapper ladders;
    private final TicketMapper tickets;
    private final DutyRoster roster;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final CommunityClock clock;
    private final TransactionTemplate transactions;

    NightLadder(
            LadderMapper ladders,
            TicketMapper tickets,
            DutyRoster roster,
            ChatGroups groups,
            Outbox outbox,
            CommunityClock clock,
            TransactionTemplate transactions) {
        this.ladders = ladders;
        this.tickets = tickets;
        this.roster = roster;
        this.groups = groups;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Calls step 0, or the first step that has anybody, and sets the clock for the next.
     *
     * @param since when it was reported, or was found to be an emergency
     * @return the first card's line; empty when there is nobody at all
     */
    Optional<Long> begin(Ticket ticket, Instant since) {
        ladders.insert(ticket.id(), since, since.plus(Duration.ofMinutes(MINUTES.get(0))));
        return IntStream.rangeClosed(0, DutyRoster.LAST_STEP)
                .mapToObj(step -> call(ticket, step))
                .flatMap(List::stream)
                .findFirst();
    }

    /** Calls whoever is due. @return how many steps were taken */
    public int escalate() {
        int steps = 0;
        List<Long> due = ladders.due(clock.now());
        for (long id : due) {
            try {
                steps += transactions.execute(status -> climb(id)) ? 1 : 0;
            } catch (RuntimeException e) {
                // It stays due: whoever is to be called is called at the next look, and the others now.
                log.error("The next step of ticket {} could not be called", id, e);
            }
        }
        return steps;
    }

    /** When somebody is called next, if nobody taps until then. */
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(ladders.nextDue(now));
    }

    /** How far the calls of a ticket have got; empty when it is no emergency. */
    @Transactional(readOnly = true)
    public Optional<Ladder> of(long ticketId) {
        return Optional.ofNullable(ladders.find(ticketId));
    }

    private boolean climb(long id) {
        Ticket ticket = tickets.lock(id);
        Integer step = ladders.claim(id, clock.now());
        if (step == null) {
            return false;
        }
        call(ticket, step);
        if (step < MINUTES.size()) {
            ladders.next(id, ladders.begun(id).plus(Duration.ofMinutes(MINUTES.get(step))));
        }
        return true;
    }

    private List<Long> call(Ticket ticket, int step) {
        return roster.onDuty(step, ticket.gridId(), LocalDate.ofInstant(clock.now(), CommunityClock.ZONE)).stream()
                .map(person -> card(ticket, step, person))
                .toList();
    }

    private long card(Ticket ticket, int step, Staff person) {
        String key = "ticket:%d:card:%d:%s".formatted(ticket.id(), step, person.userid());
        long line = outbox.put(Draft.toStaff(key, person.userid(), words(ticket, step), "card", clock.now()));
        String note = Texts.of("ticket.step." + step) + " " + person.name();
        tickets.insertEvent(NewEvent.of(ticket.id(), clock.now(), Actor.SYSTEM, Noted.CALLED, null, null, note, line));
        return line;
    }

    private String words(Ticket ticket, int step) {
        String what = ticket.subject();
        String time = TIME.format(ticket.createdAt().atZone(CommunityClock.ZONE));
        String where = ticket.chatGroupId() == null ? Texts.of("ticket.card.somewhere") : groups.get(ticket.chatGroupId()).name();
        return step == 0
                ? Texts.of("ticket.card.emergency", what, ticket.no(), time, where, String.valueOf(MINUTES.get(0)))
                : Texts.of("ticket.card.ladder", what, ticket.no(), time, where, String.valueOf(MINUTES.get(step - 1)));
    }

    /** Somebody of the staff has taken it, or decided that there is nothing to take. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TicketMoved moved) {
        if (moved.actor().staffId() != null && moved.from().isWaiting() && !moved.to().isWaiting()) {
            ladders.stop(moved.ticketId(), clock.now());
        }
    }
}
