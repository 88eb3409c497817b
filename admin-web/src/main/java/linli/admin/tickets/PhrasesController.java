package linli.admin.tickets;

import linli.bot.parsing.Category;
import linli.bot.phrase.Phrases;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketAction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 常用语, by the step they belong to. */
@Controller
@RequestMapping("/tickets/phrases")
class PhrasesController {

    private final Phrases phrases;

    PhrasesController(Phrases phrases) {
        this.phrases = phrases;
    }

    @GetMapping
    String index(Actor actor, Model model) {
        model.addAttribute("phrases", phrases.all());
        model.addAttribute("steps", Phrases.STEPS);
        model.addAttribute("categories", Category.values());
        model.addAttribute("mayKeep", Phrases.mayKeep(actor));
        return "tickets/phrases";
    }

    @PostMapping
    String add(
            @RequestParam(required = false) TicketAction action,
            @RequestParam(required = false) Category category,
            @RequestParam(required = false) String words,
            Actor actor,
            RedirectAttributes flash) {
        phrases.add(action, category, words, actor);
        flash.addFlashAttribute("done", Texts.of("done.phrase.added"));
        return "redirect:/tickets/phrases";
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        phrases.remove(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.phrase.removed"));
        return "redirect:/tickets/phrases";
    }
}
