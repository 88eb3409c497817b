package linli.bot.ticket;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Tickets as staff look for them: by filter and words, counted, by area. What a list costs depends on its length and not on how many tickets there ever were. */
@Component
@Transactional(readOnly = true)
public class TicketLists {

    /** A search first looks through so many of the newest tickets: a word that is in one of a hundred fills a page from them. */
    private static final int NEWEST = 5000;

    /** A word that is in one of two thousand fills a page from these, met with the index of words; a rarer one is looked for everywhere. */
    private static final int RECENT = 100_000;

    /** Residents' lines, and entries, that a search takes, the newest. */
    private static final int MOST_HEARD = 200;

    private final TicketListMapper mapper;
    private final Told told;
    private final ObjectProvider<WordsBehind> elsewhere;
    private final StaffMembers staff;
    private final CommunityClock clock;

    TicketLists(TicketListMapper mapper, Told told, ObjectProvider<WordsBehind> elsewhere, StaffMembers staff, CommunityClock clock) {
        this.mapper = mapper;
        this.told = told;
        this.elsewhere = elsewhere;
        this.staff = staff;
        this.clock = clock;
    }

    /** A page of the list, newest first; the next page starts after the last row's id. */
    public List<TicketRow> search(TicketFilter filter, DataScope scope) {
        List<String> words = filter.words();
        return named(words.isEmpty()
                ? mapper.page(filter, scope, clock.now(), endOfDay())
                : search(filter, words.stream().map(word -> new SearchTerm(word, heard(word))).toList(), scope));
    }

    private List<TicketRow> search(TicketFilter filter, List<SearchTerm> terms, DataScope scope) {
        List<TicketRow> newest = mapper.searchNewest(filter, terms, NEWEST, scope, clock.now(), endOfDay());
        if (newest.size() >= filter.limit()) {
            return newest;
        }
        long last = filter.before() == null ? mapper.lastId() : filter.before();
        Set<Long> heard = terms.stream().flatMap(term -> term.heard().stream()).collect(Collectors.toSet());
        List<TicketRow> recent = mapper.searchAll(filter, terms, heard, Math.max(0, last - RECENT), scope, clock.now(), endOfDay());
        return recent.size() >= filter.limit() || last <= RECENT ? recent : mapper.searchAll(filter, terms, heard, 0, scope, clock.now(), endOfDay());
    }

    /** Tickets behind which these words were said. */
    private List<Long> heard(String words) {
        if (words.length() < 2) {
            return List.of();
        }
        List<Long> lines = told.search(words, MOST_HEARD);
        Stream<Long> said = lines.isEmpty() ? Stream.of() : mapper.ofLines(lines).stream();
        return Stream.concat(said, elsewhere.stream().flatMap(other -> other.ticketsWith(words, MOST_HEARD).stream())).distinct().toList();
    }

    public TicketCounts counts(DataScope scope, Actor me) {
        return counts(scope, me, TicketCounts.MOST);
    }

    /** The same where only a few are told apart from many, such as the number beside a menu entry. */
    public TicketCounts counts(DataScope scope, Actor me, int most) {
        return mapper.counts(scope, me.staffId(), most, clock.now(), endOfDay());
    }

    /** Open work by area, for the board; areas without any are left out. */
    public List<AreaLoad> loads() {
        return mapper.loads(clock.now());
    }

    /** With the names of owner and unit. */
    List<TicketRow> named(List<TicketRow> rows) {
        Map<Long, String> people = staff.all().stream().collect(Collectors.toMap(Staff::id, Staff::name));
        Map<Long, String> units = staff.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return rows.stream().map(row -> row.named(people.get(row.ownerId()), units.get(row.unitId()))).toList();
    }

    private Instant endOfDay() {
        return clock.today().atTime(LocalTime.MAX).atZone(CommunityClock.ZONE).toInstant();
    }
}
