package linli.admin.tickets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.bot.problem.Invalid;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Rehearsals;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several tickets accepted with one tap: every line that will be said is shown before. */
@Controller
@RequestMapping("/tickets/accept")
class BulkController {

    private static final int MOST = 20;

    private final Tickets tickets;
    private final Rehearsals rehearsals;
    private final TransitionPages pages;

    BulkController(Tickets tickets, Rehearsals rehearsals, TransitionPages pages) {
        this.tickets = tickets;
        this.rehearsals = rehearsals;
        this.pages = pages;
    }

    /** A ticket that can be accepted, and the line its group will hear. */
    public record Choice(Ticket ticket, String line) {}

    @GetMapping
    String form(@RequestParam(required = false) List<String> no, Actor actor, Model model) {
        List<String> times = pages.times();
        List<Choice> choices = (no == null ? List.<String>of() : no).stream()
                .distinct()
                .limit(MOST)
                .flatMap(each -> tickets.find(each, actor.scope()).stream())
                .filter(ticket -> TicketAction.ACCEPT.startsIn(ticket.status()) && TicketAction.ACCEPT.isFor(actor))
                .map(ticket -> new Choice(ticket, line(ticket, actor, times.get(0))))
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("times", times);
        return "tickets/accept";
    }

    private String line(Ticket ticket, Actor actor, String expected) {
        return rehearsals.line(ticket.no(), TicketAction.ACCEPT, actor, form(null, expected)).orElse(null);
    }

    private static ActionForm form(Integer version, String expected) {
        return new ActionForm(version, null, expected == null || expected.isBlank() ? null : expected.strip(), null, null, null, null, true);
    }

    /** One that somebody else has meanwhile changed does not keep the others back. */
    @PostMapping
    String accept(
            @RequestParam(required = false) List<String> no,
            @RequestParam(required = false) List<Integer> version,
            @RequestParam(required = false) List<String> expected,
            Actor actor,
            RedirectAttributes flash) {
        if (no == null || version == null || expected == null || no.size() != version.size() || no.size() != expected.size() || no.size() > MOST) {
            throw new Invalid("problem.bulk.none");
        }
        List<String> done = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < no.size(); i++) {
            try {
                tickets.tap(no.get(i), TicketAction.ACCEPT, actor, form(version.get(i), expected.get(i)));
                done.add(no.get(i));
            } catch (Problem problem) {
                kept.put(no.get(i), problem.getMessage());
            }
        }
        String separator = Texts.of("list.separator");
        if (!done.isEmpty()) {
            flash.addFlashAttribute("done", Texts.of("done.bulk.accepted", String.valueOf(done.size()), String.join(separator, done)));
        }
        if (!kept.isEmpty()) {
            flash.addFlashAttribute("flashProblem", kept.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).reduce((a, b) -> a + separator + b).orElseThrow());
        }
        return "redirect:/desk";
    }
}
