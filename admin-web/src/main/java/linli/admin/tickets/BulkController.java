package linli.admin.tickets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.admin.web.Onward;
import linli.bot.problem.Invalid;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Rehearsals;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several tickets accepted with one tap: every line that will be said is shown before. */
@Controller
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

    @GetMapping("/tickets/accept")
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
    @PostMapping("/tickets/accept")
    String accept(
            @RequestParam(required = false) List<String> no,
            @RequestParam(required = false) List<Integer> version,
            @RequestParam(required = false) List<String> expected,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (no == null || version == null || expected == null || no.size() != version.size() || no.size() != expected.size() || no.size() > MOST) {
            throw new Invalid("problem.bulk.none");
        }
        List<String> done = new ArrayList<>();
        List<String> taps = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < no.size(); i++) {
            try {
                Tapped tapped = tickets.tap(no.get(i), TicketAction.ACCEPT, actor, form(version.get(i), expected.get(i)));
                done.add(no.get(i));
                if (tapped.undoable() != null) {
                    taps.add(no.get(i) + ":" + tapped.undoable());
                }
            } catch (Problem problem) {
                kept.put(no.get(i), problem.getMessage());
            }
        }
        String separator = Texts.of("list.separator");
        if (!done.isEmpty()) {
            flash.addFlashAttribute("done", Texts.of("done.bulk.accepted", String.valueOf(done.size()), String.join(separator, done)));
            flash.addFlashAttribute("undoTaps", taps);
        }
        if (!kept.isEmpty()) {
            flash.addFlashAttribute("flashProblem", kept.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).reduce((a, b) -> a + separator + b).orElseThrow());
        }
        return Onward.to("/desk", partly, flash, request, response);
    }

    /** Takes several taps back, each by itself: one that the group has heard of does not keep the others. */
    @PostMapping("/tickets/undo")
    String undo(
            @RequestParam(required = false) List<String> tap,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (tap == null || tap.size() > MOST || !tap.stream().allMatch(each -> each.matches("\\d{6}-\\d{3,9}:\\d{1,18}"))) {
            throw new Invalid("problem.ticket.noTap");
        }
        List<String> undone = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String each : tap) {
            String no = each.substring(0, each.indexOf(':'));
            try {
                tickets.undo(no, Long.parseLong(each.substring(each.indexOf(':') + 1)), actor);
                undone.add(no);
            } catch (Problem problem) {
                kept.add(Texts.of("done.bulk.notUndone", no, problem.getMessage()));
            }
        }
        String said = (undone.isEmpty() ? "" : Texts.of("done.bulk.undone", String.valueOf(undone.size()), String.join(Texts.of("list.separator"), undone)))
                + String.join("", kept);
        if (!partly) {
            flash.addFlashAttribute(kept.isEmpty() ? "done" : "flashProblem", said);
            return "redirect:/desk";
        }
        response.setHeader("HX-Trigger", "{\"live:tickets\":1,\"live:candidates\":1}");
        model.addAttribute("said", said);
        return "tickets/_transition :: moved";
    }
}
