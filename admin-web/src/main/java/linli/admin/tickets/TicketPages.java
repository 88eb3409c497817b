package linli.admin.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.audit.AuditLog;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.entry.Entry;
import linli.bot.entry.Entries;
import linli.bot.entry.Unmasking;
import linli.bot.notice.PreparedNotices;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.referral.Referrals;
import linli.bot.routing.Responsibilities;
import linli.bot.routing.Responsibility;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import linli.bot.ticket.HotIssues;
import linli.bot.ticket.Splits;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketEvent;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.whistle.Whistles;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one ticket shows. */
@Component
class TicketPages {

    /** A page that refreshes itself is looked at once. */
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    /** As long as a merge may be taken back (event 22). */
    private static final Duration UNMERGE = Duration.ofHours(24);

    private final Tickets tickets;
    private final Entries entries;
    private final Unmasking unmasking;
    private final Referrals referrals;
    private final HotIssues hot;
    private final PreparedNotices prepared;
    private final Outbox outbox;
    private final StaffMembers staff;
    private final ChatGroups groups;
    private final Whistles whistles;
    private final Responsibilities responsibilities;
    private final Areas areas;
    private final AuditLog audit;
    private final CommunityClock clock;

    TicketPages(
            Tickets tickets,
            Entries entries,
            Unmasking unmasking,
            Referrals referrals,
            HotIssues hot,
            PreparedNotices prepared,
            Outbox outbox,
            StaffMembers staff,
            ChatGroups groups,
            Whistles whistles,
            Responsibilities responsibilities,
            Areas areas,
            AuditLog audit,
            CommunityClock clock) {
        this.tickets = tickets;
        this.entries = entries;
        this.unmasking = unmasking;
        this.referrals = referrals;
        this.hot = hot;
        this.prepared = prepared;
        this.outbox = outbox;
        this.staff = staff;
        this.groups = groups;
        this.whistles = whistles;
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** A step of the history, with the line that went out for it or null. */
    public record Step(TicketEvent event, String word, String note, Line line) {}

    void fill(Ticket ticket, Actor actor, Model model) {
        boolean mayRead = tickets.mayRead(ticket, actor);
        List<TicketLine> words = mayRead ? tickets.lines(ticket.id(), actor) : List.of();
        model.addAttribute("ticket", ticket);
        model.addAttribute("actor", actor);
        model.addAttribute("mayRead", mayRead);
        model.addAttribute("speakersHidden", isUnitOnly(actor));
        model.addAttribute("words", words);
        Entry entry = entries.of(ticket.id()).orElse(null);
        model.addAttribute("mayUnmask", (entry != null || !words.isEmpty()) && unmasking.mayAsk(ticket, actor));
        model.addAttribute("maySplit", Splits.mayBeSplit(ticket, actor));
        model.addAttribute("mayUnmerge", ticket.status() == TicketStatus.MERGED && actor.is(Role.DESK)
                && !ticket.stateAt().plus(UNMERGE).isBefore(clock.now()));
        model.addAttribute("referral", referrals.of(ticket.id()).orElse(null));
        model.addAttribute("entry", entry);
        model.addAttribute("entryBy", entry == null ? null : staff.get(entry.staffId()).name());
        model.addAttribute("since", since(ticket, words));
        model.addAttribute("steps", steps(ticket));
        boolean mayWhistle = ticket.status() == TicketStatus.ACCEPTED || ticket.status() == TicketStatus.IN_PROGRESS;
        model.addAttribute("mayWhistle", mayWhistle && (actor.is(Role.GRID) || actor.is(Role.DESK) || actor.is(Role.LEADER)));
        model.addAttribute("whistle", whistles.openOf(ticket.id()).orElse(null));
        // A unit sees the parts given to it, not what others were told.
        model.addAttribute("subtasks", whistles.subtasks(ticket.id()).stream()
                .filter(part -> !isUnitOnly(actor) || Objects.equals(part.unitId(), actor.unitId()))
                .toList());
        Responsibility decidedBy = tickets.decidedBy(ticket.id()).flatMap(responsibilities::byId).orElse(null);
        model.addAttribute("decidedBy", decidedBy);
        model.addAttribute("decidedPlace", decidedBy == null || decidedBy.areaId() == null
                ? Texts.of("responsibility.everywhere")
                : areas.get(decidedBy.areaId()).name());
        if (ticket.restricted() && (!words.isEmpty() || entry != null && mayRead)) {
            audit.addOnce(actor.ref(), "words.read", "ticket:" + ticket.no(), clock.now().minus(ONE_LOOK));
        }
        model.addAttribute("ownerName", ticket.ownerId() == null ? null : staff.get(ticket.ownerId()).name());
        model.addAttribute("unit", unit(ticket));
        model.addAttribute("group", ticket.chatGroupId() == null ? null : groups.get(ticket.chatGroupId()));
        model.addAttribute("hotIssue", hotIssue(ticket, actor));
        model.addAttribute("gathered", gathered(ticket));
        model.addAttribute("prepared", prepared.of(ticket.id()).orElse(null));
        model.addAttribute("mergedInto", ticket.mergedInto() == null ? null : tickets.get(ticket.mergedInto()));
    }

    private Ticket hotIssue(Ticket ticket, Actor actor) {
        return ticket.parentId() == null ? null : tickets.find(tickets.get(ticket.parentId()).no(), actor.scope()).orElse(null);
    }

    /** The tickets of a hot issue, each with its group. */
    private List<Gathered> gathered(Ticket ticket) {
        return hot.children(ticket.id()).stream().map(child -> new Gathered(child, groups.get(child.chatGroupId()).name())).toList();
    }

    record Gathered(Ticket ticket, String group) {}

    private static boolean isUnitOnly(Actor actor) {
        return actor.is(Role.UNIT) && !actor.scope().all() && !actor.is(Role.GRID);
    }

    private static Instant since(Ticket ticket, List<TicketLine> words) {
        return words.stream().filter(TicketLine::counted).map(TicketLine::at).findFirst().orElse(ticket.createdAt());
    }

    private Unit unit(Ticket ticket) {
        return staff.units().stream().filter(unit -> Objects.equals(unit.id(), ticket.unitId())).findFirst().orElse(null);
    }

    private List<Step> steps(Ticket ticket) {
        List<TicketEvent> events = tickets.history(ticket.id());
        List<Long> ids = events.stream().map(TicketEvent::lineId).filter(Objects::nonNull).toList();
        Map<Long, Line> lines = outbox.byIds(ids).stream().collect(Collectors.toMap(Line::id, Function.identity()));
        return events.stream().map(event -> new Step(event, Steps.word(event), Steps.note(event), lines.get(event.lineId()))).toList();
    }
}
