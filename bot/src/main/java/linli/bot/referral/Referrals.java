package linli.bot.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import linli.bot.parsing.PersonalData;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.TapUndone;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketMoved;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.WorkCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what was handed off (上报). */
@Component
@Transactional(noRollbackFor = Problem.class)
public class Referrals {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 30;

    /** Nobody waits longer before asking. */
    private static final int LATEST_DAYS = 180;

    /** Three working days, as a hotline promises an answer. */
    private static final int USUAL_WORKDAYS = 3;

    private static final int MOST = 200;

    private final ReferralMapper mapper;
    private final Tickets tickets;
    private final WorkCalendar calendar;
    private final CommunityClock clock;

    Referrals(ReferralMapper mapper, Tickets tickets, WorkCalendar calendar, CommunityClock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** When somebody usually asks again: the third working day from now. */
    public LocalDate usualFollowUp() {
        LocalDate day = clock.today();
        for (int left = USUAL_WORKDAYS, tried = 0; left > 0 && tried < LATEST_DAYS; tried++) {
            day = day.plusDays(1);
            left -= calendar.spans(day).isEmpty() ? 0 : 1;
        }
        return day;
    }

    /**
     * Hands a ticket off (event 14), as a tap that may be taken back.
     *
     * @param version the version the person saw
     * @param tell whether the group hears that it was passed on
     * @throws Invalid when the target or the day to ask again is missing, or a number could not be one
     */
    public Tapped handOff(String no, Integer version, HandOff form, boolean tell, Actor actor) {
        check(form);
        Tapped tapped = tickets.tap(
                no, TicketAction.HAND_OFF, actor, new ActionForm(version, form.words(), null, null, null, null, null, tell));
        if (Optional.ofNullable(mapper.latest(tapped.ticket().id())).filter(Referral::isOpen).isEmpty()) {
            mapper.insert(tapped.ticket().id(), form, actor.ref(), clock.now());
        }
        return tapped;
    }

    private void check(HandOff form) {
        if (form.target() == null || form.target() == Target.DEPARTMENT && form.department() == null) {
            throw new Invalid("problem.referral.target");
        }
        if (form.department() != null && form.department().length() > LONGEST_NAME) {
            throw new Invalid("problem.referral.target");
        }
        checkNumber(form.externalNo());
        checkDay(form.followUp());
        if (form.remark() != null && !PersonalData.find(form.remark()).isEmpty()) {
            throw new Invalid("problem.ticket.personal");
        }
    }

    private static void checkNumber(String number) {
        if (number != null && (number.length() > LONGEST_NUMBER || !number.matches("[\\p{L}\\p{N}_./#-]+"))) {
            throw new Invalid("problem.referral.number", String.valueOf(LONGEST_NUMBER));
        }
    }

    private void checkDay(LocalDate day) {
        LocalDate today = clock.today();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS))) {
            throw new Invalid("problem.referral.followUp");
        }
    }

    /** Fills in their number, or another day to ask again; the ticket's history tells it. */
    public void update(String no, String externalNo, LocalDate followUp, Actor actor) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        if (!actor.is(Role.DESK) && !actor.is(Role.LEADER)) {
            throw new NotAllowed("problem.ticket.action");
        }
        if (externalNo == null && followUp == null) {
            throw new Invalid("problem.referral.nothing");
        }
        checkNumber(externalNo);
        if (followUp != null) {
            checkDay(followUp);
        }
        tickets.hold(ticket.id());
        if (mapper.update(ticket.id(), externalNo, followUp) == 0) {
            throw new NotAllowed("problem.referral.back", ticket.no());
        }
        String said = externalNo != null
                ? Texts.of("referral.filled", externalNo)
                : Texts.of("referral.asked", String.valueOf(followUp.getMonthValue()), String.valueOf(followUp.getDayOfMonth()));
        tickets.act(no, TicketAction.NOTE, actor, ActionForm.of(said));
    }

    /** Where the ticket was handed off last; open while it is there. */
    @Transactional(readOnly = true)
    public Optional<Referral> of(long ticketId) {
        return Optional.ofNullable(mapper.latest(ticketId));
    }

    /** What is at somebody else's desk, the longest unasked first. */
    @Transactional(readOnly = true)
    public List<Referral> open(DataScope scope) {
        return mapper.findOpen(scope, MOST);
    }

    /** How many are to be asked about today. */
    @Transactional(readOnly = true)
    public int due(DataScope scope) {
        return mapper.countDue(scope, clock.today());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TicketMoved moved) {
        if (moved.from() == TicketStatus.HANDED_OFF && moved.to() != TicketStatus.HANDED_OFF) {
            mapper.close(moved.ticketId(), clock.now());
        }
    }

    /** A tap was taken back: the ticket is there again, or was never handed off. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TapUndone undone) {
        if (tickets.get(undone.ticketId()).status() == TicketStatus.HANDED_OFF) {
            mapper.reopen(undone.ticketId());
        } else if (undone.action() == TicketAction.HAND_OFF) {
            mapper.deleteOpen(undone.ticketId());
        }
    }
}
