package linli.admin.candidates;

import java.util.List;
import java.util.Optional;
import linli.bot.faq.GuessAnswers;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Guesses, decided with one tap each; the next card comes with the answer. */
@Controller
@RequestMapping("/candidates")
class CandidatesController {

    private final Cards cards;
    private final Tickets tickets;
    private final TicketLists lists;
    private final GuessAnswers answers;

    CandidatesController(Cards cards, Tickets tickets, TicketLists lists, GuessAnswers answers) {
        this.cards = cards;
        this.tickets = tickets;
        this.lists = lists;
        this.answers = answers;
    }

    @GetMapping
    String index(Actor actor, Model model) {
        fill(actor, model);
        return "candidates/index";
    }

    @GetMapping("/cards")
    String cards(Actor actor, Model model) {
        fill(actor, model);
        return "candidates/_cards :: cards";
    }

    /** What a person makes of a guess. */
    enum Decision {
        CONFIRM(TicketAction.CONFIRM), MERGE(TicketAction.MERGE), DISMISS(TicketAction.DISMISS), ANSWER(TicketAction.DISMISS);

        private final TicketAction action;

        Decision(TicketAction action) {
            this.action = action;
        }
    }

    @PostMapping("/{no:\\d{6}-\\d{3,}}")
    String decide(
            @PathVariable String no,
            @RequestParam Decision decision,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) String into,
            @RequestParam(defaultValue = "false") boolean tell,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        Optional<Tapped> done = act(no, decision, new ActionForm(version, reason(decision), null, null, null, null, into, tell), actor);
        String said = Texts.of(done.isPresent() ? "candidates.done." + decision : "candidates.decided", no, into);
        if (!partly) {
            flash.addFlashAttribute("done", said);
            flash.addFlashAttribute("undoNo", no);
            flash.addFlashAttribute("undoEvent", done.map(Tapped::undoable).orElse(null));
            return "redirect:/candidates";
        }
        fill(actor, model);
        model.addAttribute("said", said);
        model.addAttribute("undoNo", no);
        model.addAttribute("undoEvent", done.map(Tapped::undoable).orElse(null));
        return "candidates/_cards :: cards";
    }

    /** A second tap, or a colleague's, finds the card decided; the next card is all there is to say. */
    private Optional<Tapped> act(String no, Decision decision, ActionForm form, Actor actor) {
        try {
            return Optional.of(decision == Decision.ANSWER
                    ? answers.send(no, form.version(), actor)
                    : tickets.tap(no, decision.action, actor, form));
        } catch (Conflict | NotAllowed problem) {
            TicketStatus now = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing")).status();
            if (now == TicketStatus.CANDIDATE) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private static String reason(Decision decision) {
        return decision == Decision.DISMISS ? Texts.of("candidates.reason") : null;
    }

    private void fill(Actor actor, Model model) {
        List<Cards.Card> all = cards.of(actor);
        model.addAttribute("cards", all);
        model.addAttribute("count", lists.counts(actor.scope(), actor).candidates());
    }
}
