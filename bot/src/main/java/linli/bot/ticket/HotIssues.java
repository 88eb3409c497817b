package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Category;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import linli.bot.staff.DutyRoster;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 片区热点 (C4): the same trouble in three groups, or of ten people in two groups of one grid, within an hour is one issue.
 * Its tickets hang on a parent, duty is told once, and solving the parent solves them with one line for each group. "The
 * same" is category and object: no water here and no power there are two matters.
 */
@Component
public class HotIssues {

    private static final Logger log = LoggerFactory.getLogger(HotIssues.class);

    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int GROUPS = 3;
    private static final int GROUPS_OF_A_GRID = 2;
    private static final int CROWD = 10;

    private final HotIssueMapper mapper;
    private final TicketMapper rows;
    private final Tickets tickets;
    private final TicketMoves moves;
    private final StaffMembers staff;
    private final DutyRoster roster;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final CommunityClock clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    HotIssues(
            HotIssueMapper mapper,
            TicketMapper rows,
            Tickets tickets,
            TicketMoves moves,
            StaffMembers staff,
            DutyRoster roster,
            ChatGroups groups,
            Outbox outbox,
            CommunityClock clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.rows = rows;
        this.tickets = tickets;
        this.moves = moves;
        this.staff = staff;
        this.roster = roster;
        this.groups = groups;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
        this.events = events;
    }

    /** The tickets a hot issue holds, oldest first; empty for any other ticket. */
    public List<Ticket> children(long parentId) {
        return mapper.children(parentId).stream().map(tickets::get).toList();
    }

    /** Gathers, tells duty, and solves what hangs on a solved parent. Safe to run twice at once. @return how much it did */
    public int gather() {
        Instant since = clock.now().minus(WINDOW);
        // Linking is a transaction for each ticket: whoever reports just now may hold several of them, in any order.
        Decision decision = transactions.execute(status -> decide(since));
        int done = 0;
        Set<Long> grown = new LinkedHashSet<>();
        for (Link link : decision.links()) {
            if (attempt(link.ticketId(), () -> link(link))) {
                grown.add(link.parentId());
                done++;
            }
        }
        grown.forEach(id -> attempt(id, () -> tellGrown(id)));
        transactions.executeWithoutResult(status -> mapper.countVoices());
        for (long id : mapper.crowded(CROWD, since)) {
            done += attempt(id, () -> tellCrowd(id, decision.seen())) ? 1 : 0;
        }
        Set<Long> heard = new HashSet<>();
        for (long id : mapper.childrenToResolve(clock.now().minus(TicketTaps.HOLD))) {
            done += attempt(id, () -> resolve(id, heard)) ? 1 : 0;
        }
        return done;
    }

    /** When children are solved next. */
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextToResolve(now.minus(TicketTaps.HOLD))).map(at -> at.plus(TicketTaps.HOLD));
    }

    private record Link(long ticketId, long parentId) {}

    /** @param seen what was looked at; a ticket that came since may be part of an issue all the same */
    private record Decision(List<Link> links, Set<Long> seen) {}

    private record Matter(Category category, String thing) {}

    private interface Work {
        boolean done();
    }

    /** One ticket that cannot be moved must not keep the others. It stays due. */
    private boolean attempt(long id, Work work) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> work.done()));
        } catch (RuntimeException e) {
            log.error("Ticket {} could not follow its hot issue, it is tried again", id, e);
            return false;
        }
    }

    private Decision decide(Instant since) {
        mapper.takeTurn();
        List<Scattered> scattered = mapper.scattered(since);
        Map<Matter, List<Scattered>> byMatter = scattered.stream()
                .collect(Collectors.groupingBy(t -> new Matter(t.category(), t.thing()), LinkedHashMap::new, Collectors.toList()));
        List<Link> links = new ArrayList<>();
        byMatter.forEach((matter, found) -> {
            Long parent = mapper.openParent(matter.category(), matter.thing(), since);
            if (parent != null) {
                links.addAll(grow(tickets.get(parent), found));
            } else if (groups(found) >= GROUPS) {
                links.addAll(begin(found));
            } else {
                byGrid(found).values().stream()
                        .filter(of -> groups(of) >= GROUPS_OF_A_GRID && of.stream().mapToInt(Scattered::voices).sum() >= CROWD)
                        .forEach(of -> links.addAll(begin(of)));
            }
        });
        return new Decision(links, scattered.stream().map(Scattered::id).collect(Collectors.toSet()));
    }

    private static long groups(List<Scattered> found) {
        return found.stream().map(Scattered::chatGroupId).distinct().count();
    }

    private static Map<Long, List<Scattered>> byGrid(List<Scattered> found) {
        return found.stream().filter(t -> t.gridId() != null).collect(Collectors.groupingBy(Scattered::gridId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Later tickets join; a grid's issue becomes the community's when a third group is in another grid. */
    private List<Link> grow(Ticket parent, List<Scattered> found) {
        List<Scattered> inside = found.stream().filter(t -> parent.gridId() == null || parent.gridId().equals(t.gridId())).toList();
        if (inside.size() == found.size()) {
            return links(parent.id(), found);
        }
        long all = Stream.concat(mapper.groupsOf(parent.id()).stream(), found.stream().map(Scattered::chatGroupId)).distinct().count();
        if (all < GROUPS) {
            return links(parent.id(), inside);
        }
        String label = Texts.of("ticket.several-grids");
        rows.relocate(parent.id(), new Whereabouts(null, null, null, List.of(), null, label, label));
        return links(parent.id(), found);
    }

    private static List<Link> links(long parent, List<Scattered> found) {
        return found.stream().map(t -> new Link(t.id(), parent)).toList();
    }

    private List<Link> begin(List<Scattered> found) {
        List<Long> grids = found.stream().map(Scattered::gridId).distinct().toList();
        Long grid = grids.size() == 1 ? grids.get(0) : null;
        List<Ticket> children = found.stream().map(t -> tickets.get(t.id())).toList();
        Ticket model = children.get(0);
        Urgency urgency = children.stream().map(Ticket::urgency).min(Comparator.naturalOrder()).orElseThrow();
        Place place = grid == null ? new Place(List.of(), List.of(), null, null, Texts.of("ticket.several-grids")) : Place.NOWHERE;
        Trouble trouble = new Trouble(
                model.kind(), model.category(), model.thing(), model.matter(), urgency, model.urgent(), false, place, Trouble.PlaceSource.NONE, "registered");
        Ticket parent = tickets.open(Opening.written(Source.HOT_ISSUE, trouble, grid, clock.now()));
        int people = found.stream().mapToInt(Scattered::voices).sum();
        String words = Texts.of("ticket.card.hot", parent.subject(), parent.no(), String.valueOf(groups(found)), String.valueOf(people));
        tellDuty(parent, grid == null ? 1 : 0, "hot", words);
        return links(parent.id(), found);
    }

    private boolean link(Link link) {
        rows.lock(link.ticketId());
        if (mapper.link(link.ticketId(), link.parentId()) == 0) {
            return false;
        }
        String no = tickets.get(link.parentId()).no();
        rows.insertEvent(NewEvent.of(link.ticketId(), clock.now(), Actor.SYSTEM, Noted.GATHERED, null, null, no, null));
        return true;
    }

    private boolean tellGrown(long parentId) {
        Ticket parent = tickets.get(parentId);
        events.publishEvent(new HotIssueGrew(parentId, parent.matter(), parent.unitId(), mapper.groupsOf(parentId)));
        return true;
    }

    /** Ten people of one group are the grid's to know, and no parent. */
    private boolean tellCrowd(long id, Set<Long> seen) {
        Ticket ticket = tickets.get(id);
        // What is restricted is nobody's common matter, so it is not looked at for one.
        if (!seen.contains(id) && !ticket.restricted() || mapper.claimCrowd(id, clock.now()) == 0) {
            return false;
        }
        String group = groups.get(ticket.chatGroupId()).name();
        String words = Texts.of("ticket.card.crowd", ticket.subject(), ticket.no(), group, String.valueOf(ticket.voices()));
        tellDuty(ticket, 0, "crowd", words);
        return true;
    }

    private void tellDuty(Ticket ticket, int step, String why, String words) {
        for (Staff person : roster.onDuty(step, ticket.gridId(), LocalDate.ofInstant(clock.now(), CommunityClock.ZONE))) {
            String key = "ticket:%d:%s:%s".formatted(ticket.id(), why, person.userid());
            long line = outbox.put(Draft.toStaff(key, person.userid(), words, "card", clock.now()));
            String note = Texts.of("ticket.step." + step) + " " + person.name();
            rows.insertEvent(NewEvent.of(ticket.id(), clock.now(), Actor.SYSTEM, Noted.CALLED, null, null, note, line));
        }
    }

    /** As whoever solved the parent would have done it, one line for a group however many of its tickets hang there. */
    private boolean resolve(long id, Set<Long> heard) {
        Ticket child = rows.lock(id);
        Ticket parent = tickets.get(child.parentId());
        Actor actor = solver(parent);
        if (parent.status() != TicketStatus.RESOLVED || !child.status().isOpen() || actor == null) {
            return false;
        }
        if (child.status() == TicketStatus.OPEN) {
            moves.act(child.no(), TicketAction.ACCEPT, actor, ActionForm.EMPTY);
        } else if (child.status() == TicketStatus.NEED_INFO) {
            moves.act(child.no(), TicketAction.ANSWER, actor, ActionForm.EMPTY);
        }
        boolean tell = !heard.contains(child.chatGroupId()) && PersonalData.find(parent.result()).isEmpty();
        moves.act(child.no(), TicketAction.RESOLVE, actor, new ActionForm(null, parent.result(), null, null, null, null, null, tell));
        heard.add(child.chatGroupId());
        return true;
    }

    /** The person, acting for the whole community: the children may be in grids that are not theirs. */
    private Actor solver(Ticket parent) {
        return rows.events(parent.id()).stream()
                .filter(event -> event.is(TicketAction.RESOLVE) && !event.undone())
                .reduce((first, second) -> second)
                .map(TicketEvent::actorRef)
                .flatMap(staff::findByUserid)
                .map(Staff::actor)
                .map(person -> new Actor(person.ref(), person.name(), person.staffId(), Set.of(Role.DESK), null, null))
                .orElse(null);
    }
}
