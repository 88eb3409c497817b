package linli.bot.whistle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.bot.inbox.IncomingMessage;
import linli.bot.live.LiveUpdates;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.privacy.Masking;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.routing.Responsibilities;
import linli.bot.routing.Responsibility;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketEvent;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.WorkCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to 吹哨报到. Every step is locked on the ticket first, so that two people never decide at once. */
@Component
@Transactional(noRollbackFor = Problem.class)
public class Whistles {

    /** Arrive within four work hours, in emergencies within half an hour; answer within two work days of seven hours. */
    private static final Duration ARRIVE = Duration.ofHours(4);
    private static final Duration ARRIVE_URGENT = Duration.ofMinutes(30);
    private static final Duration ANSWER_DAY = Duration.ofHours(7);
    private static final int LONGEST_DAYS = 10;

    private final WhistleMapper mapper;
    private final Tickets tickets;
    private final Responsibilities responsibilities;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final WorkCalendar work;
    private final LiveUpdates live;
    private final CommunityClock clock;

    Whistles(
            WhistleMapper mapper,
            Tickets tickets,
            Responsibilities responsibilities,
            StaffMembers staff,
            Outbox outbox,
            WorkCalendar work,
            LiveUpdates live,
            CommunityClock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.responsibilities = responsibilities;
        this.staff = staff;
        this.outbox = outbox;
        this.work = work;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A grid or the desk asks for a whistle. Asking again while one is open changes nothing.
     *
     * @throws NotAllowed when the role or the ticket's state forbids it
     */
    public void ask(String no, String reason, Actor actor) {
        Ticket ticket = lock(no, actor);
        if (!actor.is(Role.GRID) && !actor.is(Role.DESK)) {
            throw new NotAllowed("problem.whistle.asker");
        }
        requireHandled(ticket);
        if (mapper.findOpen(ticket.id()) != null) {
            return;
        }
        String why = Masking.mask(required(reason, "problem.whistle.reason"));
        long id = mapper.insert(ticket.id(), actor.name(), clock.now(), why);
        tickets.act(no, TicketAction.NOTE, actor, ActionForm.of(Texts.of("whistle.note.asked", why)));
        for (Staff leader : staff.inRole(Role.LEADER, null)) {
            card("whistle:%d:ask:%s".formatted(id, leader.userid()), leader, Texts.of("whistle.card.asked", name(ticket), no, actor.name(), why));
        }
        live.publish("tickets", no);
    }

    /** Only a leader blows, with or without an application, for one unit or more. */
    public void blow(String no, List<Call> calls, Actor leader) {
        Ticket ticket = lock(no, leader);
        requireLeader(leader);
        requireHandled(ticket);
        if (calls.isEmpty()) {
            throw new Invalid("problem.whistle.noUnit");
        }
        calls.forEach(this::check);
        Instant now = clock.now();
        Whistle open = mapper.findOpen(ticket.id());
        long id = open != null ? open.id() : mapper.insert(ticket.id(), leader.name(), now, Texts.of("whistle.by-leader"));
        mapper.decide(id, WhistleState.ASKED, WhistleState.BLOWN, leader.name(), now, null);
        String names = calls.stream().map(call -> unit(call.unitId()).name()).distinct().collect(Collectors.joining(Texts.of("list.separator")));
        tickets.act(no, TicketAction.WHISTLE, leader, ActionForm.of(names));
        tickets.promiseBy(ticket.id(), calls.stream().map(Call::answerBy).max(Comparator.naturalOrder()).orElseThrow());
        calls.forEach(call -> mapper.insertSubtask(id, ticket.id(), call));
        mapper.subtasksOf(ticket.id()).stream().filter(part -> part.whistleId() == id).forEach(part -> call(ticket, part));
        live.publish("tickets", no);
    }

    /** 暂不吹哨: the one who asked reads why. */
    public void refuse(String no, String reason, Actor leader) {
        Ticket ticket = lock(no, leader);
        requireLeader(leader);
        String why = Masking.mask(required(reason, "problem.whistle.refusal"));
        Whistle asked = mapper.findOpen(ticket.id());
        if (asked == null || mapper.decide(asked.id(), WhistleState.ASKED, WhistleState.REFUSED, leader.name(), clock.now(), why) == 0) {
            throw new Conflict("problem.whistle.decided");
        }
        tickets.act(no, TicketAction.NOTE, leader, ActionForm.of(Texts.of("whistle.note.refused", why)));
        live.publish("tickets", no);
    }

    /** 报到. Saying so twice is once. */
    public void arrive(long id, Actor unit) {
        Subtask part = lock(id, unit);
        requireUnit(part, unit);
        if (part.state() == SubtaskState.WAIT_ARRIVE) {
            mapper.arrived(id, clock.now());
            live.publish("tickets", part.ticketNo());
        } else if (part.state() != SubtaskState.ARRIVED) {
            throw new Conflict("problem.whistle.moved");
        }
    }

    /** What the unit did; the last answer lets the ticket go on. */
    public void answer(long id, String result, Actor unit) {
        Subtask part = lock(id, unit);
        requireUnit(part, unit);
        String done = Masking.mask(required(result, "problem.whistle.answer"));
        if (part.state() != SubtaskState.WAIT_ARRIVE && part.state() != SubtaskState.ARRIVED) {
            throw new Conflict("problem.whistle.moved");
        }
        mapper.answered(id, done, clock.now());
        gather(part);
    }

    /** The unit says that this is not its matter: once, then the leader decides. */
    public void giveBack(long id, String reason, Actor unit) {
        Subtask part = lock(id, unit);
        requireUnit(part, unit);
        String why = Masking.mask(required(reason, "problem.whistle.giveBack"));
        if (part.state() != SubtaskState.WAIT_ARRIVE && part.state() != SubtaskState.ARRIVED) {
            throw new Conflict("problem.whistle.moved");
        }
        if (part.returnReason() != null) {
            throw new NotAllowed("problem.whistle.again");
        }
        mapper.returned(id, why);
        for (Staff leader : staff.inRole(Role.LEADER, null)) {
            card("subtask:%d:returned:%s".formatted(id, leader.userid()), leader,
                    Texts.of("whistle.card.returned", part.unitName(), part.placeLabel() + part.matter(), part.ticketNo(), why));
        }
        live.publish("tickets", part.ticketNo());
    }

    /** The leader's word on what was given back: it stays with the unit, with new deadlines. */
    public void insist(long id, Instant arriveBy, Instant answerBy, Actor leader) {
        Subtask part = returned(id, leader);
        check(new Call(part.unitId(), part.task(), arriveBy, answerBy));
        mapper.insist(id, arriveBy, answerBy);
        tickets.promiseBy(part.ticketId(), answerBy);
        call(tickets.get(part.ticketId()), mapper.lock(id));
        live.publish("tickets", part.ticketNo());
    }

    /** The leader's other word: the unit is let off, the ticket waits for the others only. */
    public void release(long id, Actor leader) {
        Subtask part = returned(id, leader);
        mapper.move(id, SubtaskState.RELEASED);
        gather(part);
    }

    private Subtask returned(long id, Actor leader) {
        Subtask part = lock(id, leader);
        requireLeader(leader);
        if (part.state() != SubtaskState.RETURNED) {
            throw new Conflict("problem.whistle.moved");
        }
        return part;
    }

    /** Whoever handles the ticket says how well the unit did, 1 to 5. */
    public void score(long id, int score, Actor actor) {
        Subtask part = lock(id, actor);
        if (!actor.is(Role.GRID) && !actor.is(Role.DESK) && !actor.is(Role.LEADER)) {
            throw new NotAllowed("problem.whistle.scorer");
        }
        if (score < 1 || score > 5) {
            throw new Invalid("problem.whistle.score");
        }
        if (part.state() != SubtaskState.ANSWERED && part.state() != SubtaskState.SCORED) {
            throw new Conflict("problem.whistle.moved");
        }
        mapper.score(id, score, actor.name());
        live.publish("tickets", part.ticketNo());
    }

    /** What speaks for it, for the form. */
    public Evidence evidence(Ticket ticket, Actor actor) {
        List<TicketEvent> history = tickets.history(ticket.id());
        int refusals = (int) history.stream()
                .filter(event -> !event.undone())
                .filter(event -> event.is(TicketAction.REJECT) || event.is(TicketAction.RETURN) || event.is(TicketAction.REOPEN))
                .count();
        int photos = tickets.mayRead(ticket, actor)
                ? (int) tickets.lines(ticket.id(), actor).stream().filter(line -> line.counted() && line.kind() == IncomingMessage.Kind.IMAGE).count()
                : 0;
        Responsibility line = tickets.decidedBy(ticket.id())
                .flatMap(responsibilities::byId)
                .orElseGet(() -> responsibilities.find(ticket.category(), ticket.areaId(), ticket.gridId()));
        Unit unit = staff.units().stream().filter(each -> Objects.equals(each.id(), line.unitId())).findFirst().orElse(null);
        return new Evidence(
                ticket.voices(), Duration.between(ticket.createdAt(), clock.now()).toDays(), refusals + mapper.returnsOf(ticket.id()), photos,
                line.id() == null ? null : line, unit);
    }

    /** When a unit that is called now should be there. */
    public Instant arriveBy(boolean urgent) {
        return urgent ? clock.now().plus(ARRIVE_URGENT) : work.plusWorking(clock.now(), ARRIVE);
    }

    /** @param days work days, 1 to 10 */
    public Instant answerBy(int days) {
        return work.plusWorking(clock.now(), ANSWER_DAY.multipliedBy(Math.max(1, Math.min(days, LONGEST_DAYS))));
    }

    public Optional<Whistle> openOf(long ticketId) {
        return Optional.ofNullable(mapper.findOpen(ticketId));
    }

    public List<Whistle> of(long ticketId) {
        return mapper.ofTicket(ticketId);
    }

    /** Applications that wait for a leader. */
    public List<Whistle> asked(DataScope scope) {
        return mapper.asked(scope);
    }

    public Optional<Subtask> find(long id, DataScope scope) {
        return Optional.ofNullable(mapper.find(id, scope));
    }

    /** The parts of a ticket, for those who may see the ticket. */
    public List<Subtask> subtasks(long ticketId) {
        return mapper.subtasksOf(ticketId);
    }

    /** The latest hundred, newest first. @param open whether somebody still has to do something about them */
    public List<Subtask> search(boolean open, DataScope scope) {
        return mapper.search(scope, open);
    }

    public int countOpen(DataScope scope) {
        return mapper.countOpen(scope);
    }

    private Ticket lock(String no, Actor actor) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        return tickets.hold(ticket.id());
    }

    private Subtask lock(long id, Actor actor) {
        Subtask part = find(id, actor.scope()).orElseThrow(() -> new NotFound("problem.whistle.missing"));
        tickets.hold(part.ticketId());
        return mapper.lock(id);
    }

    private void requireHandled(Ticket ticket) {
        if (ticket.status() != TicketStatus.ACCEPTED && ticket.status() != TicketStatus.IN_PROGRESS) {
            throw new NotAllowed("problem.ticket.state", ticket.no(), Texts.label(ticket.status()), Texts.label(TicketAction.WHISTLE));
        }
    }

    private static void requireLeader(Actor actor) {
        if (!actor.is(Role.LEADER)) {
            throw new NotAllowed("problem.whistle.leader");
        }
    }

    private static void requireUnit(Subtask part, Actor actor) {
        if (!actor.is(Role.UNIT) || !Objects.equals(actor.unitId(), part.unitId())) {
            throw new NotAllowed("problem.whistle.unit");
        }
    }

    private static String required(String words, String problem) {
        if (words == null || words.isBlank()) {
            throw new Invalid(problem);
        }
        return words.strip();
    }

    private void check(Call call) {
        required(call.task(), "problem.whistle.task");
        unit(call.unitId());
        boolean ordered = call.arriveBy() != null && call.answerBy() != null
                && call.arriveBy().isAfter(clock.now()) && call.answerBy().isAfter(call.arriveBy());
        if (!ordered) {
            throw new Invalid("problem.whistle.deadlines");
        }
    }

    private Unit unit(long id) {
        return staff.units().stream().filter(each -> each.id() == id).findFirst().orElseThrow(() -> new Invalid("problem.whistle.noUnit"));
    }

    private void call(Ticket ticket, Subtask part) {
        staff.all().stream()
                .filter(person -> person.active() && person.roles().contains(Role.UNIT) && Objects.equals(person.unitId(), part.unitId()))
                .forEach(person -> card(
                        "subtask:%d:%s:%d".formatted(part.id(), person.userid(), part.arriveBy().getEpochSecond()), person,
                        Texts.of("whistle.card.called", name(ticket), ticket.no(), part.task())));
    }

    /** All have answered: the ticket goes on, and its owner is told (event 13). */
    private void gather(Subtask last) {
        Ticket ticket = tickets.get(last.ticketId());
        boolean all = mapper.subtasksOf(ticket.id()).stream().allMatch(part -> part.state().isOver());
        if (all) {
            Whistle open = mapper.findOpen(ticket.id());
            if (open != null) {
                mapper.decide(open.id(), WhistleState.BLOWN, WhistleState.GATHERED, null, clock.now(), null);
            }
            if (ticket.status() == TicketStatus.WHISTLED) {
                tickets.act(ticket.no(), TicketAction.GATHER, Actor.SYSTEM, ActionForm.EMPTY);
            }
            if (ticket.ownerId() != null) {
                Staff owner = staff.get(ticket.ownerId());
                card("whistle:%d:gathered".formatted(last.whistleId()), owner, Texts.of("whistle.card.gathered", name(ticket), ticket.no()));
            }
        }
        live.publish("tickets", ticket.no());
    }

    private void card(String key, Staff person, String text) {
        outbox.put(Draft.toStaff(key, person.userid(), text, "card", clock.now()));
    }

    private static String name(Ticket ticket) {
        return ticket.subject();
    }
}
