package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import linli.bot.parsing.Urgency;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Remembers how a ticket stood before a tap at the console, as long as the tap may be taken back. */
@Component
class TicketTaps {

    /** As the button says it. */
    static final Duration UNDO = Duration.ofSeconds(10);

    /** A tap in the last second has its way to come; the group's line waits for it too. */
    static final Duration HOLD = UNDO.plusSeconds(2);

    private final TapMapper mapper;
    private final AnnouncementMapper announcements;
    private final CommunityClock clock;

    TicketTaps(TapMapper mapper, AnnouncementMapper announcements, CommunityClock clock) {
        this.mapper = mapper;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What is done about an emergency is heard at once, so it cannot be unheard. */
    static boolean mayBeTakenBack(Ticket ticket) {
        return ticket.urgency() != Urgency.P0;
    }

    String snapshot(long ticketId) {
        return mapper.snapshot(ticketId);
    }

    void remember(long ticketId, long eventId, Actor actor, String before) {
        mapper.insert(eventId, ticketId, actor.ref(), clock.now().plus(HOLD), before);
    }

    /** The person's last tap on this ticket while it may be taken back. */
    Optional<Long> openOf(long ticketId, Actor actor) {
        return Optional.ofNullable(mapper.findOpen(ticketId, actor.ref(), clock.now()));
    }

    /** @return false when it was taken back already */
    boolean check(Ticket ticket, long eventId, Actor actor) {
        TapRow tap = mapper.find(eventId);
        if (tap == null || tap.ticketId() != ticket.id() || !tap.actorRef().equals(actor.ref())) {
            throw new NotFound("problem.ticket.noTap");
        }
        if (tap.undoneAt() != null) {
            return false;
        }
        if (announcements.toldSince(ticket.id(), eventId)) {
            throw new NotAllowed("problem.ticket.undoSaid");
        }
        if (tap.until().isBefore(clock.now())) {
            throw new NotAllowed("problem.ticket.undoLate");
        }
        return true;
    }

    void restore(long ticketId, long eventId, Instant now) {
        mapper.restore(ticketId, eventId, now);
        mapper.markUndone(eventId, now);
    }
}
