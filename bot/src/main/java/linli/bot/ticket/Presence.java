package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import linli.bot.staff.Actor;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a ticket open, so that two people do not do the same twice. A hint: the version decides whose change counts. */
@Component
@Transactional
public class Presence {

    /** An open page says so twice in that time. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final PresenceMapper mapper;
    private final StaffMembers staff;
    private final CommunityClock clock;
    private final MachineClock machine;

    Presence(PresenceMapper mapper, StaffMembers staff, CommunityClock clock, MachineClock machine) {
        this.mapper = mapper;
        this.staff = staff;
        this.clock = clock;
        this.machine = machine;
    }

    /** A colleague, as colleagues say the name, and since when. */
    public record Colleague(String name, Instant since) {}

    /** Somebody has the ticket open. @return who else has */
    public List<Colleague> look(long ticketId, Actor actor) {
        Instant stale = machine.now().minus(FRESH);
        if (actor.staffId() != null) {
            mapper.look(ticketId, actor.staffId(), clock.now(), machine.now(), stale);
        }
        return mapper.findFresh(ticketId, stale).stream()
                .filter(looker -> actor.staffId() == null || looker.staffId() != actor.staffId())
                .map(looker -> new Colleague(name(staff.get(looker.staffId())), looker.since()))
                .toList();
    }

    /** Forgets who looked long ago. @return how many */
    public int forget() {
        return mapper.forget(machine.now().minus(FRESH.multipliedBy(10)));
    }

    private static String name(Staff person) {
        return person.nickname() == null ? person.name() : person.nickname();
    }
}
