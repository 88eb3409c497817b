package linli.admin.tickets;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import linli.bot.entry.Unmasking;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words with nothing masked, once, after saying why. They stand in the answer alone: a reload asks again. */
@Controller
@RequestMapping("/tickets/{no:\\d{6}-\\d{3,}}/raw")
class UnmaskingController {

    private final Unmasking unmasking;
    private final Tickets tickets;

    UnmaskingController(Unmasking unmasking, Tickets tickets) {
        this.unmasking = unmasking;
        this.tickets = tickets;
    }

    @GetMapping
    String form(@PathVariable String no, Actor actor, Model model) {
        Ticket ticket = ticket(no, actor);
        if (!unmasking.mayAsk(ticket, actor)) {
            throw new NotAllowed("problem.unmask.role");
        }
        fill(ticket, model);
        return "tickets/raw";
    }

    @PostMapping
    String open(
            @PathVariable String no,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String choice,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        fill(ticket(no, actor), model);
        String why = reason == null || reason.isBlank() ? choice : reason;
        try {
            model.addAttribute("seen", unmasking.open(no, why, actor));
        } catch (Invalid problem) {
            model.addAttribute("problem", problem.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "tickets/raw";
    }

    private static void fill(Ticket ticket, Model model) {
        model.addAttribute("ticket", ticket);
        model.addAttribute("reasons", List.of(Texts.of("unmask.reasons").split(Texts.of("list.separator"))));
    }

    private Ticket ticket(String no, Actor actor) {
        return tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }
}
