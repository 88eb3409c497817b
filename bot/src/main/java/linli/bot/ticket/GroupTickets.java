package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Problem;
import linli.bot.routing.Assignment;
import linli.bot.routing.Responsibilities;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tickets a chat group is talking about: which one a resident means, and how it grows with what is said. What is added
 * is written at the latest when the transaction commits ({@link TicketGrowth}).
 */
@Component
@Transactional(noRollbackFor = Problem.class)
public class GroupTickets {

    /** How long after its last change a ticket's number may be given by its last digits. */
    private static final Duration MEMORY = Duration.ofDays(7);

    /** At this many voices a ticket becomes one step more urgent, P1 at most. */
    private static final int VOICES_RAISE = 5;

    private final TicketMapper mapper;
    private final TicketGrowth growth;
    private final TicketMoves moves;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final CommunityClock clock;

    GroupTickets(TicketMapper mapper, TicketGrowth growth, TicketMoves moves, Responsibilities responsibilities, Areas areas, CommunityClock clock) {
        this.mapper = mapper;
        this.growth = growth;
        this.moves = moves;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.clock = clock;
    }

    /** Open tickets of a group in which something happened since then, newest activity first. */
    public List<Ticket> openIn(long chatGroupId, Instant since) {
        return growth.livingIn(chatGroupId, since).stream().filter(ticket -> ticket.status().isOpen()).toList();
    }

    /**
     * The ticket of this group that a resident means.
     *
     * @param digits a whole number, or the part after the dash, with or without leading zeros: then only tickets whose state
     *     changed within seven days count
     */
    public Match byDigits(long chatGroupId, String digits) {
        growth.write();
        String tidy = digits.strip();
        if (tidy.matches("\\d{6}-\\d{3,6}")) {
            return new Match(mapper.findByNumber(chatGroupId, tidy, null, null));
        }
        if (!tidy.matches("\\d{1,6}")) {
            return new Match(List.of());
        }
        return new Match(mapper.findByNumber(chatGroupId, null, Integer.valueOf(tidy), clock.now().minus(MEMORY)));
    }

    /**
     * One more person has the same trouble. A ticket that was merged hands the voice on to the one it follows.
     *
     * @return whether this person had not been counted before
     */
    public boolean join(long ticketId, String speaker, long messageId, Instant at) {
        Ticket ticket = growth.of(ticketId);
        if (ticket.status() == TicketStatus.MERGED) {
            return join(ticket.mergedInto(), speaker, messageId, at);
        }
        growth.attach(ticketId, messageId, "voice");
        Optional<Integer> voices = growth.addVoice(ticket, speaker, messageId, at);
        if (voices.filter(many -> many == VOICES_RAISE).isPresent() && ticket.urgency().compareTo(Urgency.P1) > 0) {
            raise(ticket, at);
        }
        if (voices.filter(TicketReplies.ROUND::contains).isPresent()) {
            // The group hears of so many: that falls due among the lines that follow.
            growth.write();
        }
        return voices.isPresent();
    }

    private void raise(Ticket ticket, Instant at) {
        growth.write();
        Urgency more = Urgency.values()[ticket.urgency().ordinal() - 1];
        Assignment faster = responsibilities.assign(ticket.category(), more, ticket.areaId(), ticket.gridId(), at);
        mapper.raise(ticket.id(), more, faster.deadlines());
        note(ticket.id(), Noted.RAISED, more.name(), at);
        growth.now(mapper.find(ticket.id()));
    }

    /** Adds a line of the group to what the ticket was made from; adding it again changes nothing. */
    public void attach(long ticketId, long messageId, String part, Instant at) {
        growth.attach(ticketId, messageId, part);
        // When it was said, not when it was read: a storm that is read late must come to the same tickets.
        growth.active(ticketId, at);
    }

    /** Writes what the running transaction's lines added to tickets; it is written at its commit at the latest. */
    public void write() {
        growth.write();
    }

    /** The candidate of this group that already waits for a person, of the same kind and building. */
    public Optional<Long> guessIn(long chatGroupId, String kind, String building, Instant since) {
        return growth.livingIn(chatGroupId, since).stream()
                .filter(ticket -> ticket.status() == TicketStatus.CANDIDATE)
                .filter(ticket -> ticket.kind().equals(kind) && Objects.equals(ticket.building(), building))
                .map(Ticket::id)
                .max(Comparator.naturalOrder());
    }

    /** Two troubles of one line that one answer speaks for: the history of each names the other (D5 case 46). */
    public void relate(Ticket one, Ticket other) {
        note(one.id(), Noted.BESIDE, other.no() + " " + other.placeLabel() + other.matter(), one.createdAt());
        note(other.id(), Noted.BESIDE, one.no() + " " + one.placeLabel() + one.matter(), other.createdAt());
    }

    /** A neighbour names another unit or floor, or the building that was missing: the ticket grows instead of doubling (C3). */
    public void widen(long ticketId, Place more, Instant at) {
        Ticket ticket = growth.of(ticketId);
        Whereabouts wider = Whereabouts.widened(ticket, more, areas);
        if (wider.label().equals(ticket.placeLabel()) && Objects.equals(wider.floor(), ticket.floor())) {
            return;
        }
        growth.active(ticketId, at);
        growth.write();
        mapper.relocate(ticketId, wider);
        note(ticketId, Noted.WIDENED, ticket.placeLabel() + " → " + wider.label(), at);
        growth.now(mapper.find(ticketId));
    }

    /** The ticket that the running transaction put a line to, the first of several. */
    public Optional<Long> putTo(long messageId) {
        return growth.putTo(messageId);
    }

    /** The ticket a line was put to, the first of several. */
    public Optional<Long> ofLine(long messageId) {
        growth.write();
        return Optional.ofNullable(mapper.firstOfLine(messageId));
    }

    /** Whether this person reported the ticket or joined in. */
    public boolean isVoice(long ticketId, String speaker) {
        return growth.isVoice(ticketId, speaker);
    }

    /**
     * The author took the line back. A ticket that rests on it alone and nobody has touched or heard of is dropped; of any
     * other, staff see that the line was withdrawn.
     */
    public void withdrawn(long messageId) {
        growth.settle();
        for (Long id : mapper.madeFrom(messageId)) {
            moves.lineWithdrawn(id, messageId);
        }
    }

    private void note(long id, Noted what, String note, Instant at) {
        mapper.insertEvent(NewEvent.of(id, at, Actor.SYSTEM, what, null, null, note, null));
    }
}
