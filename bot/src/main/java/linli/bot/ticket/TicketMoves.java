package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.privacy.Masking;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.routing.Assignment;
import linli.bot.routing.Responsibilities;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns a row of {@link TicketAction} into a change: lock, check, update, history row, {@link TicketMoved}. */
@Component
class TicketMoves {

    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);
    private static final Duration UNMERGE = Duration.ofHours(24);
    private static final int MOST_REOPENINGS = 3;

    private final TicketMapper mapper;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final StaffMembers staff;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    TicketMoves(
            
            TicketMapper mapper,
            Responsibilities responsibilities,
            Areas areas,
            StaffMembers staff,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
    }

    Ticket act(String no, TicketAction action, Actor actor, ActionForm form) {
        long id = idFor(no, actor);
        Long target = action == TicketAction.MERGE ? targetOf(form, actor) : null;
        Ticket ticket = lock(id, target);
        if (!action.isFor(actor)) {
            throw new NotAllowed("problem.ticket.role", Texts.label(action));
        }
        if (isRepeated(ticket, action, actor, form)) {
            return ticket;
        }
        if (form.version() != null && form.version() != ticket.version()) {
            throw new Conflict("problem.ticket.stale", lastName(ticket));
        }
        if (!action.startsIn(ticket.status())) {
            throw new NotAllowed("problem.ticket.state", ticket.no(), Texts.label(ticket.status()), Texts.label(action));
        }
        checkWords(form);
        check(ticket, action, actor, form, target);
        return action == TicketAction.WITHDRAW && !mayVoid(ticket, actor)
                ? withoutVoice(ticket, actor, form)
                : move(ticket, action, actor, form, target);
    }

    private long idFor(String no, Actor actor) {
        Long id = actor.is(Role.RESIDENT) ? mapper.idAnywhere(no) : mapper.idOf(no, actor.scope());
        return Optional.ofNullable(id)
                .filter(found -> !actor.is(Role.RESIDENT) || mapper.findVoice(found, actor.ref()) != null)
                .orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }

    private long targetOf(ActionForm form, Actor actor) {
        if (form.mergeInto() == null || form.mergeInto().isBlank()) {
            throw new Invalid("problem.ticket.mergeTarget");
        }
        return Optional.ofNullable(mapper.idOf(form.mergeInto().strip(), actor.scope())).orElseThrow(() -> new Invalid("problem.ticket.mergeTarget"));
    }

    /** In the order of their ids, so that two merges never wait for each other. */
    private Ticket lock(long id, Long target) {
        if (target != null && target < id) {
            mapper.lock(target);
        }
        Ticket ticket = mapper.lock(id);
        if (target != null && target > id) {
            mapper.lock(target);
        }
        return ticket;
    }

    /** The same person's same tap on the same form, a moment later. */
    private boolean isRepeated(Ticket ticket, TicketAction action, Actor actor, ActionForm form) {
        if (action.to() == null || form.version() == null || form.version() != ticket.version() - 1 || ticket.status() != action.to()) {
            return false;
        }
        TicketEvent last = mapper.lastChange(ticket.id());
        return last != null && last.is(action) && last.actorRef().equals(actor.ref());
    }

    private String lastName(Ticket ticket) {
        TicketEvent last = mapper.lastChange(ticket.id());
        if (last == null || last.actorRole() == Role.SYSTEM) {
            return Texts.of("ticket.system");
        }
        return last.actorRole() == Role.RESIDENT
                ? Texts.label(Role.RESIDENT)
                : staff.findByUserid(last.actorRef()).map(s -> s.nickname() == null ? s.name() : s.nickname()).orElse(last.actorName());
    }

    /** What the group may hear holds nobody's number, not by mistake either. */
    private static void checkWords(ActionForm form) {
        if (form.tell() && form.words().stream().anyMatch(words -> !PersonalData.find(words).isEmpty())) {
            throw new Invalid("problem.ticket.personal");
        }
    }

    private void check(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target) {
        switch (action) {
            case DISMISS -> require(form.hasText() || form.rejectCode() != null, "problem.ticket.reason");
            case REASSIGN -> checkReassign(ticket, actor, form);
            case ASK -> require(form.hasText(), "problem.ticket.question");
            case HAND_OFF -> require(form.hasText(), "problem.ticket.handOff");
            case RESOLVE -> require(form.hasText(), "problem.ticket.result");
            case NOTE -> require(form.hasText(), "problem.ticket.note");
            case REOPEN -> checkReopen(ticket, actor);
            case REJECT -> checkCode(form);
            case MERGE -> checkMerge(ticket, target);
            case VOID -> checkVoid(ticket, actor, form);
            case NUDGE -> checkNudge(ticket, actor);
            case RECLASSIFY -> require(form.category() != null || form.urgency() != null, "problem.ticket.category");
            case RELOCATE -> require(form.place() != null && !form.place().isNowhere(), "problem.ticket.place");
            default -> { }
        }
    }

    private static void require(boolean given, String problem) {
        if (!given) {
            throw new Invalid(problem);
        }
    }

    private void checkReassign(Ticket ticket, Actor actor, ActionForm form) {
        require(form.ownerId() != null || form.unitId() != null, "problem.ticket.newOwner");
        if (!actor.is(Role.DESK) && !isOwner(ticket, actor)) {
            throw new NotAllowed("problem.ticket.notOwner", Texts.label(TicketAction.REASSIGN));
        }
        if (form.ownerId() != null) {
            Staff owner = staff.get(form.ownerId());
            Long unit = form.unitId() == null ? ticket.unitId() : form.unitId();
            if (!owner.active() || !owner.actor().scope().covers(ticket.gridId(), unit)) {
                throw new Invalid("problem.ticket.ownerScope", owner.name());
            }
        }
    }

    private static boolean isOwner(Ticket ticket, Actor actor) {
        return actor.staffId() != null && actor.staffId().equals(ticket.ownerId())
                || actor.unitId() != null && actor.unitId().equals(ticket.unitId());
    }

    private void checkReopen(Ticket ticket, Actor actor) {
        if (ticket.stateAt().plus(Tickets.MEMORY).isBefore(clock.now())) {
            throw new NotAllowed("problem.ticket.reopenLate");
        }
        if (ticket.reopenCount() >= MOST_REOPENINGS && !actor.is(Role.LEADER)) {
            throw new NotAllowed("problem.ticket.reopenOften", MOST_REOPENINGS);
        }
    }

    private static void checkCode(ActionForm form) {
        boolean known = form.rejectCode() != null
                && java.util.Arrays.stream(RejectCode.values()).anyMatch(code -> code.name().equals(form.rejectCode()));
        require(known, "problem.ticket.rejectCode");
    }

    private void checkMerge(Ticket ticket, long target) {
        if (target == ticket.id()) {
            throw new Invalid("problem.ticket.mergeSelf");
        }
        Ticket into = mapper.find(target);
        if (into.status() == TicketStatus.MERGED || into.status() == TicketStatus.VOID || into.status() == TicketStatus.CLOSED) {
            throw new Invalid("problem.ticket.mergeClosed", into.no(), Texts.label(into.status()));
        }
    }

    private static void checkVoid(Ticket ticket, Actor actor, ActionForm form) {
        require(form.hasText(), "problem.ticket.reason");
        if (!actor.is(Role.DESK) && !isOwner(ticket, actor)) {
            throw new NotAllowed("problem.ticket.notOwner", Texts.label(TicketAction.VOID));
        }
    }

    private void checkNudge(Ticket ticket, Actor actor) {
        Instant day = clock.today().atStartOfDay(CommunityClock.ZONE).toInstant();
        if (mapper.countEvents(ticket.id(), TicketAction.NUDGE.name(), actor.ref(), day) > 0) {
            throw new NotAllowed("problem.ticket.nudged");
        }
    }

    /** The reporter alone, early, and never where people may be in danger (event 23). */
    private boolean mayVoid(Ticket ticket, Actor resident) {
        VoiceRow voice = mapper.findVoice(ticket.id(), resident.ref());
        return voice.reporter()
                && ticket.voices() == 1
                && ticket.urgency() != Urgency.P0
                && !ticket.createdAt().plus(SECOND_THOUGHTS).isBefore(clock.now());
    }

    private Ticket withoutVoice(Ticket ticket, Actor resident, ActionForm form) {
        // Where somebody may be in danger, or nobody else spoke, the voice stays; only the wish is noted.
        if (ticket.urgency() != Urgency.P0 && ticket.voices() > 1) {
            mapper.removeVoice(ticket.id(), resident.ref());
            mapper.recountVoices(ticket.id());
        }
        long event = mapper.insertEvent(NewEvent.of(ticket.id(), clock.now(), resident, Noted.VOICE_REMOVED, null, null, null, null));
        events.publishEvent(new TicketMoved(
                ticket.id(), ticket.no(), TicketAction.WITHDRAW, ticket.status(), ticket.status(), resident, null, null, form.tell(), event));
        return mapper.find(ticket.id());
    }

    private Ticket move(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target) {
        Instant now = clock.now();
        long id = ticket.id();
        TicketStatus to = action.after(ticket.status());
        String text = Masking.mask(form.text());
        if (action.to() == null) {
            mapper.touch(id, now);
        } else if (mapper.move(id, ticket.status(), to, now) == 0) {
            throw new Conflict("problem.ticket.stale", lastName(mapper.find(id)));
        }
        settle(ticket, action, actor, form, target, text, now);
        String note = note(ticket, action, form, text, mapper.find(id));
        long event = mapper.insertEvent(NewEvent.of(id, now, actor, action, ticket.status(), to, note, null));
        events.publishEvent(
                new TicketMoved(id, ticket.no(), action, ticket.status(), to, actor, text, form.expected(), form.tell(), event));
        return mapper.find(id);
    }

    /** The columns that go with the action. */
    private void settle(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target, String text, Instant now) {
        long id = ticket.id();
        switch (action) {
            case CONFIRM -> {
                Assignment given = assignment(ticket, now);
                mapper.schedule(id, given.respondBy(), given.resolveBy());
            }
            case ACCEPT -> {
                mapper.respond(id, now);
                mapper.assign(id, actor.is(Role.GRID) ? actor.staffId() : form.ownerId(), form.unitId());
                mapper.promise(id, form.expected());
            }
            case REASSIGN -> mapper.assign(id, form.ownerId(), form.unitId());
            case ASK, MERGE -> mapper.pause(id, now);
            case ANSWER -> mapper.resume(id, now);
            case HAND_OFF -> mapper.resume(id, now);
            case RESOLVE -> mapper.resolve(id, text, now);
            case REOPEN -> mapper.reopen(id, halfTheTime(ticket, now));
            case REJECT -> mapper.reject(id, form.rejectCode());
            case REVIEW -> mapper.reject(id, null);
            case RECLASSIFY -> mapper.reclassify(
                    id,
                    form.category() == null ? ticket.category() : form.category(),
                    form.urgency() == null ? ticket.urgency() : form.urgency());
            case RELOCATE -> mapper.relocate(id, Whereabouts.of(form.place(), ticket.gridId(), areas));
            default -> { }
        }
        if (action == TicketAction.MERGE) {
            mapper.follow(id, target);
            mapper.moveVoices(id, target);
            mapper.messagesOf(id).forEach(line -> mapper.attach(target, line.messageId(), line.part()));
            mapper.recountVoices(target);
            mapper.active(target, now);
            mapper.insertEvent(NewEvent.of(target, now, actor, Noted.JOINED_BY_MERGE, null, null, ticket.no(), null));
        }
    }

    private Assignment assignment(Ticket ticket, Instant from) {
        return responsibilities.assign(ticket.category(), ticket.urgency(), ticket.areaId(), ticket.gridId(), from);
    }

    /** Event 17: what was not solved after all gets half of its time again. */
    private Instant halfTheTime(Ticket ticket, Instant now) {
        Instant whole = assignment(ticket, now).resolveBy();
        return whole == null ? null : now.plus(Duration.between(now, whole).dividedBy(2));
    }

    private String note(Ticket before, TicketAction action, ActionForm form, String text, Ticket after) {
        return switch (action) {
            case ACCEPT -> join(text, form.expected());
            case REASSIGN -> join(
                    text,
                    form.ownerId() == null ? null : staff.get(form.ownerId()).name(),
                    form.unitId() == null ? null : staff.units().stream().filter(u -> u.id() == form.unitId()).findFirst().map(u -> u.name()).orElse(null));
            case REJECT -> join(Texts.label(RejectCode.valueOf(form.rejectCode())), text);
            case MERGE -> join(form.mergeInto().strip(), text);
            case RECLASSIFY -> Texts.label(before.category()) + Texts.label(before.urgency()) + " → " + Texts.label(after.category())
                    + Texts.label(after.urgency());
            case RELOCATE -> before.placeLabel() + " → " + after.placeLabel();
            default -> text;
        };
    }

    private static String join(String... parts) {
        String joined = String.join("；", java.util.Arrays.stream(parts).filter(p -> p != null && !p.isBlank()).toList());
        return joined.isEmpty() ? null : joined;
    }

    Ticket unmerge(String no, Actor actor) {
        Ticket ticket = mapper.lock(idFor(no, actor));
        if (!actor.is(Role.DESK)) {
            throw new NotAllowed("problem.ticket.role", Texts.label(Noted.UNMERGED));
        }
        if (ticket.status() != TicketStatus.MERGED || ticket.stateAt().plus(UNMERGE).isBefore(clock.now())) {
            throw new NotAllowed("problem.ticket.unmergeLate");
        }
        TicketEvent merge = mapper.events(ticket.id()).stream().filter(e -> e.is(TicketAction.MERGE)).reduce((a, b) -> b).orElseThrow();
        Instant now = clock.now();
        mapper.move(ticket.id(), TicketStatus.MERGED, merge.fromStatus(), now);
        mapper.resume(ticket.id(), now);
        mapper.follow(ticket.id(), null);
        mapper.insertEvent(NewEvent.of(ticket.id(), now, actor, Noted.UNMERGED, TicketStatus.MERGED, merge.fromStatus(), null, null));
        return mapper.find(ticket.id());
    }

    void lineWithdrawn(long id, long messageId) {
        Ticket ticket = mapper.lock(id);
        boolean alone = mapper.messagesOf(id).size() == 1 && ticket.voices() <= 1;
        boolean untouched = ticket.status().isWaiting() && ticket.voicesSaid() == 0 && ticket.urgency() != Urgency.P0;
        if (alone && untouched) {
            Instant now = clock.now();
            mapper.move(id, ticket.status(), TicketStatus.VOID, now);
            long event = mapper.insertEvent(
                    NewEvent.of(id, now, Actor.SYSTEM, Noted.RECALLED, ticket.status(), TicketStatus.VOID, null, null));
            events.publishEvent(new TicketMoved(
                    id, ticket.no(), TicketAction.WITHDRAW, ticket.status(), TicketStatus.VOID, Actor.SYSTEM, null, null, false, event));
            return;
        }
        mapper.insertEvent(NewEvent.of(id, clock.now(), Actor.SYSTEM, Noted.RECALLED, null, null, null, null));
    }

    /** The ticket's place with what a neighbour adds; another building is another place and adds nothing. */
    Whereabouts widened(Ticket ticket, Place more) {
        boolean elsewhere = ticket.building() != null && !more.buildings().isEmpty() && !more.buildings().contains(ticket.building());
        List<String> units = new ArrayList<>(ticket.units());
        if (!elsewhere) {
            more.units().stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        }
        String building = ticket.building() != null ? ticket.building() : more.buildings().isEmpty() ? null : more.buildings().get(0);
        String floor = ticket.floor() != null || elsewhere ? ticket.floor() : more.floor();
        String spot = ticket.spot() != null || elsewhere ? ticket.spot() : more.spot();
        Place place = new Place(building == null ? List.of() : List.of(building), units, floor, null, spot);
        return Whereabouts.of(place, ticket.gridId(), areas);
    }
}
