package linli.admin.entries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import linli.admin.web.Onward;
import linli.bot.community.Areas;
import linli.bot.entry.Entries;
import linli.bot.entry.Guess;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.Source;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes a ticket down. The words are all that has to be typed; they travel in the body, never in an address. */
@Controller
@RequestMapping("/tickets/new")
class EntriesController {

    private static final int LIKE_IT = 3;

    private final Entries entries;
    private final Tickets tickets;
    private final TicketLists lists;
    private final Areas areas;
    private final StaffMembers staff;

    EntriesController(Entries entries, Tickets tickets, TicketLists lists, Areas areas, StaffMembers staff) {
        this.entries = entries;
        this.tickets = tickets;
        this.lists = lists;
        this.areas = areas;
        this.staff = staff;
    }

    @GetMapping
    String form(@RequestParam(required = false) Source source, Actor actor, Model model) {
        requireWriter(actor);
        Source usual = actor.is(Role.DESK) ? Source.COUNTER : Source.PATROL;
        fill(EntryForm.empty(UUID.randomUUID().toString(), source == Source.COUNTER || source == Source.PATROL ? source : usual), null, actor, model);
        return "entries/new";
    }

    /** The fields again, as the reader would fill them. Changes nothing. */
    @PostMapping("/reading")
    String reading(@ModelAttribute("form") EntryForm form, Actor actor, Model model) {
        requireWriter(actor);
        boolean said = form.words() != null && !form.words().isBlank();
        Guess guess = said ? entries.read(form.words()) : null;
        fill(said ? form.filled(guess) : form, guess, actor, model);
        return "entries/_fields :: fields";
    }

    @PostMapping
    String write(
            @ModelAttribute("form") EntryForm form,
            @RequestParam(required = false) List<MultipartFile> photos,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireWriter(actor);
        try {
            Ticket ticket = entries.write(form.written(photos), actor);
            String owner = ticket.ownerId() == null ? null : staff.get(ticket.ownerId()).name();
            flash.addFlashAttribute("done", owner == null
                    ? Texts.of("entry.done", ticket.no(), ticket.placeLabel() + ticket.matter())
                    : Texts.of("entry.done.given", ticket.no(), ticket.placeLabel() + ticket.matter(), owner));
            flash.addFlashAttribute("doneNext", "/tickets/new?source=" + form.source());
            flash.addFlashAttribute("doneNextWord", Texts.of("entry.again"));
            String seen = tickets.find(ticket.no(), actor.scope()).isPresent() ? "/tickets/" + ticket.no() : "/tickets";
            return Onward.to(seen, partly, flash, request, response);
        } catch (Invalid problem) {
            boolean said = form.words() != null && !form.words().isBlank() && form.words().length() <= Entries.LONGEST;
            Guess guess = said ? entries.read(form.words()) : null;
            fill(said ? form.filled(guess) : form, guess, actor, model);
            model.addAttribute("problem", problem.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "entries/new";
        }
    }

    private void fill(EntryForm form, Guess guess, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("guess", guess);
        model.addAttribute("categories", Category.values());
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("longest", Entries.LONGEST);
        model.addAttribute("buildings", actor.gridId() == null ? areas.buildings() : areas.buildingsOf(actor.gridId()));
        model.addAttribute("asksPlace", actor.gridId() == null);
        model.addAttribute("alike", guess == null ? List.of() : alike(form, actor));
    }

    /** Open tickets it may be: the same kind in the same building. */
    private List<TicketRow> alike(EntryForm form, Actor actor) {
        String building = Optional.ofNullable(form.building()).map(b -> b.split("\\D")[0]).orElse("");
        if (building.isEmpty()) {
            return List.of();
        }
        TicketFilter same = new TicketFilter(TicketFilter.Group.OPEN, null, building, form.category(), null, null, null, null, LIKE_IT);
        return lists.search(same, actor.scope());
    }

    private static void requireWriter(Actor actor) {
        if (!Entries.mayWrite(actor)) {
            throw new NotAllowed("problem.ticket.action");
        }
    }
}
