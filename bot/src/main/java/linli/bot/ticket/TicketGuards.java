package linli.bot.ticket;

import java.time.Instant;
import java.util.Arrays;
import linli.bot.parsing.PersonalData;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** What an action needs beyond the table: what must be written, whose ticket it is, how late and how often. */
@Component
class TicketGuards {

    private static final int MOST_REOPENINGS = 3;

    private final TicketMapper mapper;
    private final StaffMembers staff;
    private final CommunityClock clock;

    TicketGuards(TicketMapper mapper, StaffMembers staff, CommunityClock clock) {
        this.mapper = mapper;
        this.staff = staff;
        this.clock = clock;
    }

    void check(Ticket ticket, TicketAction action, Actor actor, ActionForm form, Long target) {
        checkWords(form);
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

    /** What the group may hear holds nobody's number, not by mistake either. */
    private static void checkWords(ActionForm form) {
        if (form.tell() && form.words().stream().anyMatch(words -> !PersonalData.find(words).isEmpty())) {
            throw new Invalid("problem.ticket.personal");
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
                && Arrays.stream(RejectCode.values()).anyMatch(code -> code.name().equals(form.rejectCode()));
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
}
