package linli.admin.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.admin.lines.StagedLines;
import linli.admin.web.Badge;
import linli.bot.entry.Entries;
import linli.bot.referral.Referrals;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.ticket.Ladder;
import linli.bot.ticket.NightLadder;
import linli.bot.ticket.Pressing;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台. A ticket stands once, where it presses most. */
@Controller
class DeskController {

    /** A desk is for what is next; the rest is a number that opens the list. */
    private static final int SHOWN = 20;

    private static final int EMERGENCIES = 100;

    private final TicketLists lists;
    private final Pressing pressing;
    private final NightLadder ladder;
    private final StagedLines staged;
    private final Referrals referrals;
    private final ObjectProvider<Badge> badges;

    DeskController(TicketLists lists, Pressing pressing, NightLadder ladder, StagedLines staged, Referrals referrals, ObjectProvider<Badge> badges) {
        this.lists = lists;
        this.pressing = pressing;
        this.ladder = ladder;
        this.staged = staged;
        this.referrals = referrals;
        this.badges = badges;
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
        List<TicketRow> emergencies = pressing.emergencies(actor.scope(), EMERGENCIES);
        List<TicketRow> fresh = pressing.untaken(actor.scope(), SHOWN);
        model.addAttribute("actor", actor);
        model.addAttribute("mayWrite", Entries.mayWrite(actor));
        model.addAttribute("emergencies", emergencies);
        model.addAttribute("calls", calls(emergencies));
        model.addAttribute("overdue", pressing.overdue(actor.scope(), SHOWN));
        model.addAttribute("soon", pressing.soon(actor.scope(), SHOWN));
        model.addAttribute("fresh", fresh);
        boolean several = fresh.size() > 1 && TicketAction.ACCEPT.isFor(actor);
        model.addAttribute("acceptAll", several
                ? "/tickets/accept?" + fresh.stream().map(row -> "no=" + row.no()).collect(Collectors.joining("&"))
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
}
