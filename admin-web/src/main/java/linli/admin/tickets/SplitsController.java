package linli.admin.tickets;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.entry.Entries;
import linli.bot.entry.Entry;
import linli.bot.entry.Guess;
import linli.bot.parsing.Category;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Splits;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket made two, and two that were made one parted again. */
@Controller
@RequestMapping("/tickets/{no:\\d{6}-\\d{3,}}")
class SplitsController {

    private final Splits splits;
    private final Tickets tickets;
    private final Entries entries;
    private final Moves moves;

    SplitsController(Splits splits, Tickets tickets, Entries entries, Moves moves) {
        this.splits = splits;
        this.tickets = tickets;
        this.entries = entries;
        this.moves = moves;
    }

    @GetMapping("/split")
    String form(@PathVariable String no, Actor actor, Model model) {
        Ticket ticket = ticket(no, actor);
        if (!Splits.mayBeSplit(ticket, actor)) {
            throw new NotAllowed("problem.ticket.split", Texts.label(ticket.status()));
        }
        List<TicketLine> lines = lines(ticket, actor);
        fill(ticket, guessed(ticket, lines, actor), lines, model);
        return "tickets/split";
    }

    /** What the group's words tell beside what the ticket is about already. */
    private SplitForm guessed(Ticket ticket, List<TicketLine> lines, Actor actor) {
        Stream<String> written = lines.isEmpty() && tickets.mayRead(ticket, actor) ? entries.of(ticket.id()).map(Entry::words).stream() : Stream.of();
        String words = Stream.concat(written, lines.stream().map(TicketLine::text))
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
        Guess guess = words.isBlank() ? null : entries.read(words);
        Trouble other = guess == null ? null : Stream.concat(Stream.of(guess.trouble()), guess.more().stream())
                .filter(trouble -> !trouble.matter().isEmpty() && !trouble.kind().equals(ticket.kind()) && !trouble.matter().equals(ticket.matter()))
                .findFirst()
                .orElse(null);
        return other == null
                ? new SplitForm(ticket.version(), null, ticket.category(), ticket.urgency(), ticket.building(), String.join(", ", ticket.units()), ticket.spot(), List.of(), true)
                : new SplitForm(ticket.version(), other.matter(), other.category(), other.urgency(), ticket.building(), String.join(", ", ticket.units()), ticket.spot(), List.of(), true);
    }

    @PostMapping("/split")
    String split(
            @PathVariable String no, @ModelAttribute("form") SplitForm form, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            Ticket second = splits.split(no, form.split(), actor);
            flash.addFlashAttribute("done", Texts.of("done.ticket.split", no, second.no()));
            return "redirect:/tickets/" + (tickets.find(second.no(), actor.scope()).isPresent() ? second.no() : no);
        } catch (Invalid | Conflict problem) {
            Ticket ticket = ticket(no, actor);
            fill(ticket, form, lines(ticket, actor), model);
            model.addAttribute("problem", problem.getMessage());
            model.addAttribute("stale", problem instanceof Conflict);
            response.setStatus((problem instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            return "tickets/split";
        }
    }

    @PostMapping("/unmerge")
    String unmerge(@PathVariable String no, Actor actor, RedirectAttributes flash) {
        tickets.unmerge(no, actor);
        flash.addFlashAttribute("done", Texts.of("done.ticket.unmerged", no));
        return "redirect:/tickets/" + no;
    }

    private void fill(Ticket ticket, SplitForm form, List<TicketLine> lines, Model model) {
        model.addAttribute("ticket", ticket);
        model.addAttribute("form", form);
        model.addAttribute("lines", lines);
        model.addAttribute("categories", Category.values());
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("speaks", ticket.chatGroupId() != null);
        model.addAttribute("speakWord", moves.speakingWord(TicketAction.CONFIRM));
    }

    private List<TicketLine> lines(Ticket ticket, Actor actor) {
        return tickets.mayRead(ticket, actor) ? tickets.lines(ticket.id(), actor).stream().filter(TicketLine::counted).toList() : List.of();
    }

    private Ticket ticket(String no, Actor actor) {
        return tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
    }
}
