package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.Level;
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

    /** How long a solved ticket may be reopened. */
    static final Duration MEMORY = Duration.ofDays(7);

    /** How long a guess waits for a person (event 5). */
    static final Duration GUESS_WAITS = Duration.ofHours(72);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final TicketMapper mapper;
    private final TicketGrowth growth;
    private final TicketMoves moves;
    private final TicketTaps taps;
    private final TicketTalk talk;
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
            Responsibilities responsibilities,
            Areas areas,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.growth = growth;
        this.moves = moves;
        this.taps = taps;
        this.talk = talk;
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

    /** A resident's 满意 or 不满意: that person's rating and nothing else. */
    public void rate(long ticketId, Actor resident, boolean satisfied) {
        mapper.insertEvent(NewEvent.of(ticketId, clock.now(), resident, Noted.RATED, null, null, Texts.of(satisfied ? "ticket.satisfied" : "ticket.unsatisfied"), null));
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
}
