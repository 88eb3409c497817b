package linli.bot.ticket;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.inbox.Told;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.time.CommunityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets as staff look for them: by filter and words, counted, by area. */
@Component
@Transactional(readOnly = true)
public class TicketLists {

    /** Residents' lines that a search looks at, the newest. */
    private static final int MOST_HEARD = 1000;

    private final TicketMapper mapper;
    private final Told told;
    private final ObjectProvider<WordsBehind> elsewhere;
    private final StaffMembers staff;
    private final CommunityClock clock;

    TicketLists(TicketMapper mapper, Told told, ObjectProvider<WordsBehind> elsewhere, StaffMembers staff, CommunityClock clock) {
        this.mapper = mapper;
        this.told = told;
        this.elsewhere = elsewhere;
        this.staff = staff;
        this.clock = clock;
    }

    /** A page of the list, newest first; the next page starts after the last row's id. */
    public List<TicketRow> search(TicketFilter filter, DataScope scope) {
        Map<Long, String> people = staff.all().stream().collect(Collectors.toMap(Staff::id, Staff::name));
        Map<Long, String> units = staff.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return mapper.search(filter, terms(filter), scope, clock.now(), endOfDay()).stream()
                .map(row -> row.named(people.get(row.ownerId()), units.get(row.unitId())))
                .toList();
    }

    private List<SearchTerm> terms(TicketFilter filter) {
        return filter.words().stream().map(words -> new SearchTerm(words, heard(words))).toList();
    }

    private List<Long> heard(String words) {
        if (words.length() < 2) {
            return List.of();
        }
        List<Long> lines = told.search(words, MOST_HEARD);
        Stream<Long> said = lines.isEmpty() ? Stream.of() : mapper.madeFromAny(lines).stream();
        return Stream.concat(said, elsewhere.stream().flatMap(other -> other.ticketsWith(words, MOST_HEARD).stream())).distinct().toList();
    }

    public TicketCounts counts(DataScope scope, Actor me) {
        Instant start = clock.today().atStartOfDay(CommunityClock.ZONE).toInstant();
        return mapper.counts(scope, me.staffId(), clock.now(), start, endOfDay());
    }

    /** Open work by area, for the board; areas without any are left out. */
    public List<AreaLoad> loads() {
        return mapper.loads(clock.now());
    }

    private Instant endOfDay() {
        return clock.today().atTime(LocalTime.MAX).atZone(CommunityClock.ZONE).toInstant();
    }
}
