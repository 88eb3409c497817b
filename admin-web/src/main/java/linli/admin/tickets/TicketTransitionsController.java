package linli.admin.tickets;

import jakarta.servlet.http.HttpServletResponse;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.referral.Referrals;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Presence;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps people take: first the form, which shows the line the group would hear, then the step itself. */
@Controller
@RequestMapping("/tickets/{no:\\d{6}-\\d{3,}}/transitions")
class TicketTransitionsController {

    private final Tickets tickets;
    private final TransitionPages pages;
    private final Moves moves;
    private final Presence presence;
    private final Referrals referrals;

    TicketTransitionsController(Tickets tickets, TransitionPages pages, Moves moves, Presence presence, Referrals referrals) {
        this.tickets = tickets;
        this.pages = pages;
        this.moves = moves;
        this.presence = presence;
        this.referrals = referrals;
    }

    /** A page of its own, or for htmx the sheet over the page one is on. */
    @GetMapping("/{action}")
    String form(
            @PathVariable String no,
            @ModelAttribute("form") TransitionForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model) {
        Ticket ticket = ticket(no, actor);
        pages.fill(ticket, form, actor, model);
        model.addAttribute("colleagues", presence.look(ticket.id(), actor));
        model.addAttribute("partly", partly);
        return partly ? "tickets/_transition :: sheet" : "tickets/transition";
    }

    /** The line as the group would read it, for what is typed so far. */
    @GetMapping("/{action}/preview")
    String preview(@PathVariable String no, @ModelAttribute("form") TransitionForm form, Actor actor, Model model) {
        pages.fill(ticket(no, actor), form, actor, model);
        return "tickets/_transition :: preview";
    }

    @PostMapping
    String move(
            @PathVariable String no,
            @ModelAttribute("form") TransitionForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.action() == null || !moves.offers(form.action())) {
            throw new NotFound("problem.ticket.action");
        }
        Tapped tapped;
        try {
            tapped = form.action() == TicketAction.HAND_OFF
                    ? referrals.handOff(no, form.version(), form.handOff(), Boolean.TRUE.equals(form.tell()), actor)
                    : tickets.tap(no, form.action(), actor, form.toActionForm());
        } catch (Problem problem) {
            return again(problem, no, form, partly, actor, model, response);
        }
        String said = Texts.of("tickets.moved", no, moves.done(form.action()));
        if (!partly) {
            flash.addFlashAttribute("done", said);
            flash.addFlashAttribute("undoNo", no);
            flash.addFlashAttribute("undoEvent", tapped.undoable());
            boolean gone = tickets.find(no, actor.scope()).isEmpty();
            return "redirect:" + form.backOr(gone ? "/tickets" : "/tickets/" + no);
        }
        // The page under the sheet hears this and loads its lists again.
        response.setHeader("HX-Trigger", "{\"live:tickets\":1,\"live:candidates\":1}");
        model.addAttribute("said", said);
        model.addAttribute("undoNo", no);
        model.addAttribute("undoEvent", tapped.undoable());
        return "tickets/_transition :: moved";
    }

    /** The form again with what was typed and the reason why nothing happened; a ticket one may not see is not shown. */
    private String again(
            Problem problem, String no, TransitionForm form, boolean partly, Actor actor, Model model, HttpServletResponse response) {
        if (problem instanceof NotFound) {
            throw problem;
        }
        pages.fill(ticket(no, actor), form, actor, model);
        model.addAttribute("partly", partly);
        model.addAttribute("problem", problem.getMessage());
        model.addAttribute("stale", problem instanceof Conflict);
        HttpStatus status = problem instanceof Conflict ? HttpStatus.CONFLICT
                : problem instanceof Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.FORBIDDEN;
        response.setStatus(status.value());
        return partly ? "tickets/_transition :: sheet" : "tickets/transition";
    }

    private Ticket ticket(String no, Actor actor) {
        return tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }
}
