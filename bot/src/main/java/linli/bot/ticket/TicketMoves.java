package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.Urgency;
import linli.bot.privacy.Masking;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
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

    private final TicketMapper mapper;
    private final TicketClocks clocks;
    private final TicketMerging merging;
    private final TicketTaps taps;
    private final Areas areas;
    private final TicketGuards guards;
    private final LastHand lastHand;
    private final StaffMembers staff;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    TicketMoves(
            TicketMapper mapper,
            TicketClocks clocks,
            TicketMerging merging,
            TicketTaps taps,
            Areas areas,
            TicketGuards guards,
            LastHand lastHand,
            StaffMembers staff,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.merging = merging;
        this.taps = taps;
        this.areas = areas;
        this.guards = guards;
        this.lastHand = lastHand;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
    }

    Ticket act(String no, TicketAction action, Actor actor, ActionForm form) {
        return act(no, action, actor, form, false);
    }

    /** @param tapped whether the person may take it back for some seconds, and the group waits so long */
    Ticket act(String no, TicketAction action, Actor actor, ActionForm form, boolean tapped) {
        long id = idFor(no, actor);
        Long target = action == TicketAction.MERGE ? targetOf(form, actor) : null;
        Ticket ticket = merging.lock(id, target);
        if (!action.isFor(actor)) {
            throw new NotAllowed("problem.ticket.role", Texts.label(action));
        }
        if (isRepeated(ticket, action, actor, form)) {
            return ticket;
        }
        if (form.version() != null && form.version() != ticket.version()) {
            throw lastHand.wasFaster(ticket);
        }
        if (!action.startsIn(ticket.status())) {
            throw new NotAllowed("problem.ticket.state", ticket.no(), Texts.label(ticket.status()), Texts.label(action));
        }
        guards.check(ticket, action, actor, form, target);
        return action == TicketAction.WITHDRAW && !mayVoid(ticket, actor)
                ? withoutVoice(ticket, actor, form)
                : move(ticket, action, actor, form, target, tapped && TicketTaps.mayBeTakenBack(ticket));
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

    /** The same person's same tap on the same form, a moment later. */
    private boolean isRepeated(Ticket ticket, TicketAction action, Actor actor, ActionForm form) {
        if (action.to() == null || form.version() == null || form.version() != ticket.version() - 1 || ticket.status() != action.to()) {
            return false;
        }
        TicketEvent last = mapper.lastChange(ticket.id());
        return last != null && last.is(action) && last.actorRef().equals(actor.ref());
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
                ticket.id(), ticket.no(), TicketAction.WITHDRAW, ticket.status(), ticket.status(), resident, null, null, form.tell(), false, event));
        return mapper.find(ticket.id());
    }

    private Ticket move(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target, boolean tapped) {
        Instant now = clock.now();
        long id = ticket.id();
        TicketStatus to = action.after(ticket.status());
        String text = Masking.mask(form.text());
        String before = tapped ? taps.snapshot(id) : null;
        if (action.to() == null) {
            mapper.touch(id, now);
        } else if (mapper.move(id, ticket.status(), to, now) == 0) {
            throw lastHand.wasFaster(mapper.find(id));
        }
        settle(ticket, action, actor, form, target, text, now);
        String note = note(ticket, action, form, text, mapper.find(id));
        long event = mapper.insertEvent(NewEvent.of(id, now, actor, action, ticket.status(), to, note, null));
        if (tapped) {
            taps.remember(id, event, actor, before);
        }
        events.publishEvent(
                new TicketMoved(id, ticket.no(), action, ticket.status(), to, actor, text, form.expected(), form.tell(), tapped, event));
        return mapper.find(id);
    }

    /** The columns that go with the action. */
    private void settle(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target, String text, Instant now) {
        long id = ticket.id();
        switch (action) {
            case CONFIRM -> clocks.start(ticket, now);
            case ACCEPT -> {
                mapper.respond(id, now);
                mapper.assign(id, actor.is(Role.GRID) ? actor.staffId() : form.ownerId(), form.unitId());
                mapper.promise(id, form.expected());
            }
            case REASSIGN -> mapper.assign(id, form.ownerId(), form.unitId());
            case ASK, MERGE -> mapper.pause(id, now);
            case ANSWER, HAND_OFF -> clocks.resume(id, now);
            case RESOLVE -> mapper.resolve(id, text, now);
            case REOPEN -> mapper.reopen(id, clocks.halfTheTime(ticket, now));
            case REJECT -> mapper.reject(id, form.rejectCode());
            case REVIEW -> {
                mapper.reject(id, null);
                clocks.start(ticket, now);
            }
            case RECLASSIFY -> mapper.reclassify(
                    id,
                    form.category() == null ? ticket.category() : form.category(),
                    form.urgency() == null ? ticket.urgency() : form.urgency());
            case RELOCATE -> mapper.relocate(id, Whereabouts.of(form.place(), ticket.gridId(), areas));
            default -> { }
        }
        if (action == TicketAction.RECLASSIFY || action == TicketAction.RELOCATE) {
            clocks.reroute(ticket, mapper.find(id));
        }
        if (action == TicketAction.MERGE) {
            merging.join(ticket, target, actor, now);
        }
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
        String joined = String.join("；", Arrays.stream(parts).filter(p -> p != null && !p.isBlank()).toList());
        return joined.isEmpty() ? null : joined;
    }

    Ticket unmerge(String no, Actor actor) {
        return merging.unmerge(idFor(no, actor), actor);
    }

    /** Takes the person's own last tap back: the ticket stands as before, and the group hears nothing of it. */
    Ticket undo(String no, long eventId, Actor actor) {
        long id = idFor(no, actor);
        Ticket ticket = merging.lockWithFollowed(id);
        if (!taps.check(ticket, eventId, actor)) {
            return ticket;
        }
        TicketEvent last = mapper.lastChange(id);
        if (last == null || last.id() != eventId) {
            throw lastHand.wasFaster(ticket);
        }
        if (ticket.status() == TicketStatus.MERGED) {
            merging.part(ticket);
        }
        Instant now = clock.now();
        taps.restore(id, eventId, now);
        long event = mapper.insertEvent(NewEvent.of(
                id, now, actor, Noted.UNDONE, ticket.status(), mapper.find(id).status(), Texts.label(TicketAction.valueOf(last.kind())), null));
        events.publishEvent(new TapUndone(id, eventId, TicketAction.valueOf(last.kind()), event));
        return mapper.find(id);
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
                    id, ticket.no(), TicketAction.WITHDRAW, ticket.status(), TicketStatus.VOID, Actor.SYSTEM, null, null, false, false, event));
            return;
        }
        mapper.insertEvent(NewEvent.of(id, clock.now(), Actor.SYSTEM, Noted.RECALLED, null, null, null, null));
    }
}
