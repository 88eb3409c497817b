package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.routing.Assignment;
import linli.bot.routing.Responsibilities;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to tickets (工单). What may be done to one stands in {@link TicketAction}. A refusal comes before anything is
 * written, so a caller that answers it in its own transaction may still commit.
 */
@Component
@Transactional(noRollbackFor = Problem.class)
public class Tickets {

    /** How long a solved ticket may be reopened, and its number be given by its last digits. */
    static final Duration MEMORY = Duration.ofDays(7);

    /** How long a guess waits for a person (event 5). */
    static final Duration GUESS_WAITS = Duration.ofHours(72);

    /** At this many voices a ticket becomes one step more urgent, P1 at most. */
    private static final int VOICES_RAISE = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final TicketMapper mapper;
    private final TicketGrowth growth;
    private final TicketMoves moves;
    private final TicketTaps taps;
    private final TicketTalk talk;
    private final TicketLists lists;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Tickets(
            TicketMapper mapper,
            TicketGrowth growth,
            TicketMoves moves,
            TicketTaps taps,
            TicketTalk talk,
            TicketLists lists,
            Responsibilities responsibilities,
            Areas areas,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.growth = growth;
        this.moves = moves;
        this.taps = taps;
        this.talk = talk;
        this.lists = lists;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.clock = clock;
        this.events = events;
    }

    /** Opens a ticket, or notes a candidate, with its first voice, its lines, its number and who gets it. */
    public Ticket open(Opening opening) {
        Trouble trouble = opening.trouble();
        Whereabouts where = Whereabouts.of(trouble.place(), opening.gridId(), areas);
        LocalDate day = LocalDate.ofInstant(opening.late() ? clock.now() : opening.at(), CommunityClock.ZONE);
        String no = "%s-%03d".formatted(day.format(DAY), nextNumber(day));
        TicketStatus status = opening.becomesCandidate() ? TicketStatus.CANDIDATE : TicketStatus.OPEN;
        Instant at = opening.late() ? clock.now() : opening.at();
        Assignment given = responsibilities.assign(trouble.category(), urgencyOf(opening), where.areaId(), where.gridId(), at);
        String reply = trouble.reply() == null || trouble.reply().isBlank() ? "registered" : trouble.reply();
        long id = mapper.insert(new NewTicket(no, opening, trouble, given.urgency(), reply, status, where, given, at));
        opening.messageIds().forEach(line -> growth.attach(id, line, "report"));
        if (opening.speaker() != null) {
            mapper.insertVoices(List.of(new TicketGrowth.Voice(id, opening.speaker(), opening.firstMessage(), true, at)));
        }
        long event = mapper.insertEvent(NewEvent.of(id, at, Actor.SYSTEM, Noted.OPENED, null, status, sinceWhen(opening), null));
        events.publishEvent(new TicketOpened(mapper.find(id), opening, event));
        Ticket ticket = mapper.find(id);
        growth.now(ticket);
        return ticket;
    }

    private int nextNumber(LocalDate day) {
        Integer number = mapper.nextNumber(day);
        if (number == null) {
            mapper.beginDay(day);
            number = mapper.nextNumber(day);
        }
        return number;
    }

    private static String sinceWhen(Opening opening) {
        return opening.since() == null ? null : Texts.of("ticket.since", opening.since());
    }

    private static Urgency urgencyOf(Opening opening) {
        return opening.level() == Level.EMERGENCY ? Urgency.P0 : opening.trouble().urgency();
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

    /** A neighbour names another unit or floor, or the building that was missing: the ticket grows instead of doubling (C3). */
    public void widen(long ticketId, Place more, Instant at) {
        Ticket ticket = growth.of(ticketId);
        Whereabouts wider = moves.widened(ticket, more);
        if (wider.label().equals(ticket.placeLabel()) && Objects.equals(wider.floor(), ticket.floor())) {
            return;
        }
        growth.active(ticketId, at);
        growth.write();
        mapper.relocate(ticketId, wider);
        note(ticketId, Noted.WIDENED, ticket.placeLabel() + " → " + wider.label(), at);
        growth.now(mapper.find(ticketId));
    }

    /**
     * Does what a row of {@link TicketAction} describes. The same tap twice is one.
     *
     * @throws NotFound when there is no such ticket, or it is not this person's to see
     * @throws linli.bot.problem.NotAllowed when role, state or a guard forbids it
     * @throws linli.bot.problem.Conflict when somebody changed it since the person looked
     * @throws linli.bot.problem.Invalid when something the action needs is missing
     */
    public Ticket act(String no, TicketAction action, Actor actor, ActionForm form) {
        growth.settle();
        return moves.act(no, action, actor, form);
    }

    /**
     * Does the same for a tap at the console. For ten seconds it may be taken back, and so long the group hears nothing of it;
     * steps on an emergency are heard at once and stay.
     */
    public Tapped tap(String no, TicketAction action, Actor actor, ActionForm form) {
        growth.settle();
        Ticket ticket = moves.act(no, action, actor, form, true);
        return new Tapped(ticket, taps.openOf(ticket.id(), actor).orElse(null));
    }

    /**
     * Takes a tap back: the ticket stands as it stood, nothing is said. Taking it back twice is once.
     *
     * @param eventId {@link Tapped#undoable()}
     * @throws linli.bot.problem.NotAllowed when it is too late, or the group has heard of it
     * @throws linli.bot.problem.Conflict when somebody went on with the ticket since
     */
    public Ticket undo(String no, long eventId, Actor actor) {
        growth.settle();
        return moves.undo(no, eventId, actor);
    }

    /** Takes a merge back within a day (event 22): the ticket stands where it stood, its clocks without the merged time. */
    public Ticket unmerge(String no, Actor actor) {
        growth.settle();
        return moves.unmerge(no, actor);
    }

    public Optional<Ticket> find(String no, DataScope scope) {
        growth.write();
        return Optional.ofNullable(mapper.idOf(no, scope)).map(mapper::find);
    }

    public Ticket get(long id) {
        growth.write();
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }

    /** Keeps everybody else from changing it until the transaction ends. */
    public Ticket hold(long id) {
        growth.settle();
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }

    /** By when it is to be done while others have it in hand (event 12). */
    public void promiseBy(long id, Instant resolveBy) {
        mapper.promiseBy(id, resolveBy);
    }

    /** The line of the 权责清单 that decided who gets it; empty when none did. */
    public Optional<Long> decidedBy(long id) {
        return Optional.ofNullable(mapper.decidedBy(id));
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

    /** A resident's 满意 or 不满意: that person's rating and nothing else. */
    public void rate(long ticketId, Actor resident, boolean satisfied) {
        mapper.insertEvent(NewEvent.of(ticketId, clock.now(), resident, Noted.RATED, null, null, Texts.of(satisfied ? "ticket.satisfied" : "ticket.unsatisfied"), null));
    }

    /** A page of the list, newest first; the next page starts after the last row's id. */
    public List<TicketRow> search(TicketFilter filter, DataScope scope) {
        return lists.search(filter, scope);
    }

    public TicketCounts counts(DataScope scope, Actor me) {
        return lists.counts(scope, me, TicketCounts.MOST);
    }

    /** The same where only a few are told apart from many, such as the number beside a menu entry. */
    public TicketCounts counts(DataScope scope, Actor me, int most) {
        return lists.counts(scope, me, most);
    }

    /** Open work by area, for the board; areas without any are left out. */
    public List<AreaLoad> loads() {
        return lists.loads();
    }

    /** Everything that happened to it, oldest first. */
    public List<TicketEvent> history(long id) {
        growth.write();
        return mapper.events(id);
    }

    /**
     * The group's words around it.
     *
     * @throws linli.bot.problem.NotAllowed when the ticket is restricted and this person is neither its owner nor desk nor leader
     */
    public List<TicketLine> lines(long id, Actor actor) {
        return talk.around(get(id), actor);
    }

    /**
     * The lines it was made from with nothing masked. Whoever calls this has noted who asked and why.
     *
     * @throws linli.bot.problem.NotAllowed as for {@link #lines}
     */
    public List<RawLine> rawLines(long id, Actor actor) {
        return talk.raw(get(id), actor);
    }

    /** Whether this person may read the words behind the ticket. */
    public boolean mayRead(Ticket ticket, Actor actor) {
        return talk.mayRead(ticket, actor);
    }

    /** Closes what has been solved for seven days (event 18). @return how many */
    public int closeExpired() {
        List<String> idle = mapper.findIdle(TicketStatus.RESOLVED, clock.now().minus(MEMORY));
        idle.forEach(no -> moves.act(no, TicketAction.CLOSE, Actor.SYSTEM, ActionForm.EMPTY));
        return idle.size();
    }

    /** Gives up guesses nobody looked at for 72 hours (event 5). @return how many */
    public int voidUntouched() {
        List<String> idle = mapper.findIdle(TicketStatus.CANDIDATE, clock.now().minus(GUESS_WAITS));
        idle.forEach(no -> moves.act(no, TicketAction.EXPIRE, Actor.SYSTEM, ActionForm.EMPTY));
        return idle.size();
    }

    private long note(long id, Noted what, String note, Instant at) {
        return mapper.insertEvent(NewEvent.of(id, at, Actor.SYSTEM, what, null, null, note, null));
    }
}
