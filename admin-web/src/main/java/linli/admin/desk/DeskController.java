package linli.admin.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.admin.lines.StagedLines;
import linli.admin.web.Badge;
import linli.bot.entry.Entries;
import linli.bot.parsing.Urgency;
import linli.bot.referral.Referrals;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.ticket.Ladder;
import linli.bot.ticket.NightLadder;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.TicketStatus;
import linli.bot.time.CommunityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台. A ticket stands once, where it presses most. */
@Controller
class DeskController {

    private static final Duration SOON = Duration.ofHours(2);

    /** A desk is for what is next; the rest is a number that opens the list. */
    private static final int SHOWN = 20;

    private static final int LOOKED_AT = 200;

    private final TicketLists lists;
    private final NightLadder ladder;
    private final StagedLines staged;
    private final Referrals referrals;
    private final ObjectProvider<Badge> badges;
    private final CommunityClock clock;

    DeskController(TicketLists lists, NightLadder ladder, StagedLines staged, Referrals referrals, ObjectProvider<Badge> badges, CommunityClock clock) {
        this.lists = lists;
        this.ladder = ladder;
        this.staged = staged;
        this.referrals = referrals;
        this.badges = badges;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String desk(Actor actor, Model model) {
        fill(actor, model);
        return "desk/index";
    }

    /** What changes while the page is open. */
    @GetMapping("/desk/now")
    String now(Actor actor, Model model) {
        fill(actor, model);
        return "desk/_now :: now";
    }

    private void fill(Actor actor, Model model) {
        Instant now = clock.now();
        List<TicketRow> open = search(actor, TicketFilter.Group.OPEN);
        List<TicketRow> emergencies = open.stream().filter(row -> row.urgency() == Urgency.P0).toList();
        List<TicketRow> overdue = without(emergencies, search(actor, TicketFilter.Group.OVERDUE));
        List<TicketRow> soon = without(
                emergencies,
                search(actor, TicketFilter.Group.DUE_TODAY).stream().filter(row -> row.dueAt() != null && row.dueAt().isBefore(now.plus(SOON))).toList());
        List<TicketRow> fresh = open.stream()
                .filter(row -> row.status() == TicketStatus.OPEN && row.urgency() != Urgency.P0)
                .filter(row -> !overdue.contains(row) && !soon.contains(row))
                .toList();
        model.addAttribute("actor", actor);
        model.addAttribute("mayWrite", Entries.mayWrite(actor));
        model.addAttribute("emergencies", emergencies);
        model.addAttribute("calls", calls(emergencies));
        model.addAttribute("overdue", pressing(overdue));
        model.addAttribute("soon", pressing(soon));
        model.addAttribute("fresh", fresh.stream().limit(SHOWN).toList());
        boolean several = fresh.size() > 1 && TicketAction.ACCEPT.isFor(actor);
        model.addAttribute("acceptAll", several
                ? "/tickets/accept?" + fresh.stream().limit(SHOWN).map(row -> "no=" + row.no()).collect(Collectors.joining("&"))
                : null);
        model.addAttribute("counts", lists.counts(actor.scope(), actor));
        model.addAttribute("staged", staged.count(actor));
        model.addAttribute("referrals", referrals.due(actor.scope()));
        model.addAttribute("notices", badges.stream().filter(badge -> badge.at().equals("notices")).mapToInt(badge -> badge.waiting(actor)).sum());
        model.addAttribute("handlesTickets", !actor.scope().equals(DataScope.NOTHING));
    }

    /** When somebody is called next about an emergency that nobody has taken, by its id. */
    private Map<Long, Ladder> calls(List<TicketRow> emergencies) {
        return emergencies.stream()
                .map(row -> ladder.of(row.id()))
                .flatMap(Optional::stream)
                .filter(call -> call.stoppedAt() == null && call.dueAt() != null)
                .collect(Collectors.toMap(Ladder::ticketId, Function.identity()));
    }

    private List<TicketRow> search(Actor actor, TicketFilter.Group group) {
        return lists.search(new TicketFilter(group, null, null, null, null, null, null, null, LOOKED_AT), actor.scope());
    }

    private static List<TicketRow> without(List<TicketRow> those, List<TicketRow> rows) {
        return rows.stream().filter(row -> !those.contains(row)).toList();
    }

    private static List<TicketRow> pressing(List<TicketRow> rows) {
        return rows.stream().sorted(Comparator.comparing(TicketRow::dueAt)).limit(SHOWN).toList();
    }
}
