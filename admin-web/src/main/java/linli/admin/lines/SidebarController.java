package linli.admin.lines;

import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Outbox;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands beside a group in WeCom's tool bar: the replies that wait for a tap, and the group's open tickets (C11). */
@Controller
class SidebarController {

    private static final int SHOWN = 30;

    private final StagedLines staged;
    private final TicketLists lists;
    private final Outbox outbox;

    SidebarController(StagedLines staged, TicketLists lists, Outbox outbox) {
        this.staged = staged;
        this.lists = lists;
        this.outbox = outbox;
    }

    /** @param chat WeCom's id of the group; without it the person chooses one */
    @GetMapping("/sidebar")
    String show(@RequestParam(required = false) String chat, @RequestParam(required = false) String q, Actor actor, Model model) {
        if (chat == null || chat.isBlank()) {
            String part = q == null ? "" : q.strip();
            model.addAttribute("groups", staged.groupsOf(actor).stream().filter(group -> group.name().contains(part)).toList());
            model.addAttribute("q", part);
            return "lines/groups";
        }
        fill(staged.group(chat, actor), actor, model);
        return "lines/sidebar";
    }

    /** What changes while it is open. */
    @GetMapping("/sidebar/now")
    String now(@RequestParam String chat, Actor actor, Model model) {
        fill(staged.group(chat, actor), actor, model);
        return "lines/sidebar :: now";
    }

    private void fill(ChatGroup group, Actor actor, Model model) {
        TicketFilter open = new TicketFilter(TicketFilter.Group.OPEN, null, null, null, null, null, group.id(), null, SHOWN);
        TicketFilter guesses = new TicketFilter(TicketFilter.Group.CANDIDATES, null, null, null, null, null, group.id(), null, SHOWN);
        List<TicketRow> rows = lists.search(open, actor.scope());
        model.addAttribute("group", group);
        model.addAttribute("chat", group.externalChatId());
        model.addAttribute("rows", rows);
        model.addAttribute("candidates", lists.search(guesses, actor.scope()).size());
        model.addAttribute("staged", staged.of(group));
        model.addAttribute("canSend", staged.canSend());
        model.addAttribute("route", outbox.groupRoute());
        model.addAttribute("actor", actor);
    }
}
