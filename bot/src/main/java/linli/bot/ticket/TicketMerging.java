package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What merging (合并) does beyond the row of {@link TicketAction}: voices and lines go along to the ticket that is followed,
 * and come back when the merge is taken back, through however many merges they went since.
 */
@Component
class TicketMerging {

    private static final Duration UNMERGE = Duration.ofHours(24);

    private final TicketMapper mapper;
    private final TicketClocks clocks;
    private final LastHand lastHand;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    TicketMerging(TicketMapper mapper, TicketClocks clocks, LastHand lastHand, CommunityClock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.lastHand = lastHand;
        this.clock = clock;
        this.events = events;
    }

    /** In the order of their ids, so that two merges never wait for each other. */
    Ticket lock(long id, Long target) {
        if (target != null && target < id) {
            mapper.lock(target);
        }
        Ticket ticket = mapper.lock(id);
        if (target != null && target > id) {
            mapper.lock(target);
        }
        return ticket;
    }

    void join(Ticket ticket, long target, Actor actor, Instant now) {
        mapper.follow(ticket.id(), target);
        mapper.moveVoices(ticket.id(), target);
        mapper.moveMessages(ticket.id(), target);
        mapper.recountVoices(target);
        mapper.active(target, now);
        mapper.insertEvent(NewEvent.of(target, now, actor, Noted.JOINED_BY_MERGE, null, null, ticket.no(), null));
    }

    /** Within a day: the ticket stands where it stood, its clocks without the merged time. */
    Ticket unmerge(long id, Actor actor) {
        Ticket ticket = lockWithFollowed(id);
        if (!actor.is(Role.DESK)) {
            throw new NotAllowed("problem.ticket.role", Texts.label(Noted.UNMERGED));
        }
        if (ticket.status() != TicketStatus.MERGED) {
            throw new NotAllowed("problem.ticket.state", ticket.no(), Texts.label(ticket.status()), Texts.label(Noted.UNMERGED));
        }
        if (ticket.stateAt().plus(UNMERGE).isBefore(clock.now())) {
            throw new NotAllowed("problem.ticket.unmergeLate");
        }
        TicketEvent merge = mapper.events(ticket.id()).stream()
                .filter(e -> e.is(TicketAction.MERGE) && !e.undone())
                .reduce((a, b) -> b)
                .orElseThrow();
        Instant now = clock.now();
        mapper.move(ticket.id(), TicketStatus.MERGED, merge.fromStatus(), now);
        clocks.resume(ticket.id(), now);
        part(ticket);
        mapper.follow(ticket.id(), null);
        mapper.insertEvent(NewEvent.of(ticket.id(), now, actor, Noted.UNMERGED, TicketStatus.MERGED, merge.fromStatus(), null, null));
        events.publishEvent(new TicketTouched(ticket.id()));
        events.publishEvent(new TicketTouched(ticket.mergedInto()));
        return mapper.find(ticket.id());
    }

    /** The ticket and whatever it follows, in the order of their ids; none can be merged further while they are held. */
    Ticket lockWithFollowed(long id) {
        TreeSet<Long> all = new TreeSet<>();
        for (Long next = id; next != null && all.add(next); ) {
            next = mapper.mergedInto(next);
        }
        all.forEach(mapper::lock);
        Ticket ticket = mapper.lock(id);
        for (Long next = ticket.mergedInto(); next != null; next = mapper.mergedInto(next)) {
            if (!all.contains(next)) {
                throw lastHand.wasFaster(ticket);
            }
        }
        return ticket;
    }

    /** The other ticket keeps its own; what this one brought goes with it, from whatever that one was merged into too. */
    void part(Ticket merged) {
        mapper.returnVoices(merged.id(), merged.mergedInto());
        mapper.returnMessages(merged.id(), merged.mergedInto());
        mapper.recountVoices(merged.mergedInto());
        long from = merged.mergedInto();
        for (Long into = mapper.mergedInto(from); into != null; into = mapper.mergedInto(from)) {
            mapper.returnLostVoices(from, into);
            mapper.returnLostMessages(from, into);
            mapper.recountVoices(into);
            from = into;
        }
    }
}
