package linli.admin.tickets;

import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.view.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the list with its filters under a name. */
@Controller
@RequestMapping("/tickets/views")
class ViewsController {

    private final SavedViews views;

    ViewsController(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(@RequestParam(required = false) String name, @ModelAttribute TicketQuery query, Actor actor, RedirectAttributes flash) {
        String address = query.after(null).url();
        views.put(name, address, actor);
        flash.addFlashAttribute("done", Texts.of("done.view.saved", name.strip()));
        return "redirect:" + address;
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        views.remove(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.view.removed"));
        return "redirect:/tickets";
    }
}
