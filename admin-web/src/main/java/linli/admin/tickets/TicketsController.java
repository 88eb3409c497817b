package linli.admin.tickets;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import linli.bot.community.Areas;
import linli.bot.entry.Entries;
import linli.bot.parsing.Category;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Presence;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.Tickets;
import linli.bot.view.SavedView;
import linli.bot.view.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of tickets, and one ticket beside it. */
@Controller
@RequestMapping("/tickets")
class TicketsController {

    private static final List<TicketFilter.Group> TABS = List.of(
            TicketFilter.Group.OPEN,
            TicketFilter.Group.WAITING,
            TicketFilter.Group.WORKING,
            TicketFilter.Group.DUE_TODAY,
            TicketFilter.Group.OVERDUE,
            TicketFilter.Group.FINISHED);

    private final Tickets tickets;
    private final TicketLists lists;
    private final TicketPages pages;
    private final Areas areas;
    private final Presence presence;
    private final SavedViews views;

    TicketsController(Tickets tickets, TicketLists lists, TicketPages pages, Areas areas, Presence presence, SavedViews views) {
        this.tickets = tickets;
        this.lists = lists;
        this.pages = pages;
        this.areas = areas;
        this.presence = presence;
        this.views = views;
    }

    @GetMapping
    String index(TicketQuery query, Actor actor, Model model) {
        list(query, actor, model);
        return "tickets/index";
    }

    @GetMapping("/rows")
    String rows(TicketQuery query, Actor actor, Model model) {
        list(query, actor, model);
        return "tickets/_rows :: rows";
    }

    /** Beside the list when htmx asks for the detail alone, else a page with both. */
    @GetMapping("/{no:\\d{6}-\\d{3,}}")
    String show(
            @PathVariable String no,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            @ModelAttribute TicketQuery query,
            Actor actor,
            Model model) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        pages.fill(ticket, actor, model);
        model.addAttribute("colleagues", presence.look(ticket.id(), actor));
        if (target.equals("detail")) {
            return "tickets/_detail :: detail";
        }
        list(query, actor, model);
        return "tickets/show";
    }

    /** Says that somebody has the ticket open, and answers who else has. */
    @GetMapping("/{no:\\d{6}-\\d{3,}}/here")
    String here(@PathVariable String no, Actor actor, Model model) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        model.addAttribute("ticket", ticket);
        model.addAttribute("colleagues", presence.look(ticket.id(), actor));
        return "tickets/_here :: here";
    }

    /** Takes the last tap back. */
    @PostMapping("/{no:\\d{6}-\\d{3,}}/undo")
    String undo(
            @PathVariable String no,
            @RequestParam long event,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        tickets.undo(no, event, actor);
        String said = Texts.of("done.ticket.undone", no);
        if (!partly) {
            flash.addFlashAttribute("done", said);
            return "redirect:/tickets/" + no;
        }
        response.setHeader("HX-Trigger", "{\"live:tickets\":1,\"live:candidates\":1}");
        model.addAttribute("said", said);
        return "tickets/_transition :: moved";
    }

    private void list(TicketQuery query, Actor actor, Model model) {
        List<TicketRow> rows = lists.search(query.filter(actor), actor.scope());
        model.addAttribute("query", query);
        List<SavedView> mine = views.of(actor);
        model.addAttribute("views", mine);
        model.addAttribute("view", mine.stream().filter(view -> view.address().equals(query.after(null).url())).findFirst().orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("next", TicketQuery.isFullPage(rows.size()) ? query.after(rows.get(rows.size() - 1).id()).url() : null);
        model.addAttribute("actor", actor);
        model.addAttribute("mayWrite", Entries.mayWrite(actor));
        model.addAttribute("picking", TicketAction.ACCEPT.isFor(actor) ? true : null);
        model.addAttribute("tabs", TABS);
        model.addAttribute("counts", lists.counts(actor.scope(), actor));
        model.addAttribute("grids", actor.scope().all() ? areas.grids() : List.of());
        model.addAttribute("categories", Category.values());
    }
}
