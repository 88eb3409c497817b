package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import linli.bot.routing.Assignment;
import linli.bot.routing.CountedIn;
import linli.bot.routing.Deadlines;
import linli.bot.routing.Responsibilities;
import linli.bot.worktime.WorkCalendar;
import org.springframework.stereotype.Component;

/** Starts, stops and moves the clocks of tickets, and gives a ticket to whoever the 权责清单 names. */
@Component
class TicketClocks {

    private final TicketMapper mapper;
    private final Responsibilities responsibilities;
    private final WorkCalendar work;

    TicketClocks(TicketMapper mapper, Responsibilities responsibilities, WorkCalendar work) {
        this.mapper = mapper;
        this.responsibilities = responsibilities;
        this.work = work;
    }

    Assignment assignment(Ticket ticket, Instant from) {
        return responsibilities.assign(ticket.category(), ticket.urgency(), ticket.areaId(), ticket.gridId(), from);
    }

    /** Both clocks from now on, as on the first day. */
    void start(Ticket ticket, Instant now) {
        mapper.schedule(ticket.id(), assignment(ticket, now).deadlines());
    }

    void resume(long id, Instant now) {
        Clocks clocks = mapper.clocks(id);
        if (clocks.pausedAt() != null) {
            Clocks running = clocks.resumedAt(now, work);
            mapper.resume(id, running.respondBy(), running.resolveBy());
        }
    }

    /** Event 17: what was not solved after all gets half of its time again. */
    Instant halfTheTime(Ticket ticket, Instant now) {
        Deadlines whole = assignment(ticket, now).deadlines();
        if (whole.resolveBy() == null) {
            return null;
        }
        return whole.resolveIn() == CountedIn.WORK
                ? work.plusWorking(now, work.workingBetween(now, whole.resolveBy()).dividedBy(2))
                : now.plus(Duration.between(now, whole.resolveBy()).dividedBy(2));
    }

    /**
     * After another category or place: to whom the matter belongs now, by which line, and until when counted from its first
     * day. Somebody who was chosen by hand stays; what was reopened or whistled keeps its clock.
     */
    Assignment reroute(Ticket before, Ticket after) {
        Assignment old = assignment(before, before.createdAt());
        Assignment given = assignment(after, after.createdAt());
        boolean chosen = before.unitId() != null && !Objects.equals(before.unitId(), old.unitId());
        boolean moved = !Objects.equals(before.gridId(), after.gridId());
        mapper.route(
                after.id(),
                moved && given.ownerStaffId() != null ? given.ownerStaffId() : before.ownerId(),
                chosen || given.unitId() == null ? before.unitId() : given.unitId(),
                given.responsibilityId());
        if (before.reopenCount() == 0 && before.status() != TicketStatus.WHISTLED && before.status() != TicketStatus.CANDIDATE) {
            Deadlines due = given.deadlines();
            mapper.schedule(after.id(), new Deadlines(
                    due.respondBy(), due.respondIn(), stoodStill(due, old.resolveBy(), before.resolveBy()), due.resolveIn()));
        }
        return given;
    }

    /** The time the clock has stood still so far is not lost with the new deadline. */
    private Instant stoodStill(Deadlines due, Instant planned, Instant stands) {
        if (due.resolveBy() == null || planned == null || stands == null || !stands.isAfter(planned)) {
            return due.resolveBy();
        }
        return due.resolveIn() == CountedIn.WORK
                ? work.plusWorking(due.resolveBy(), work.workingBetween(planned, stands))
                : due.resolveBy().plus(Duration.between(planned, stands));
    }
}
