package linli.admin.web;

import linli.bot.staff.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, the menu by itself, and 更多. */
@Controller
class FrameController {

    @GetMapping("/")
    String home() {
        return "redirect:/desk";
    }

    /** The menu alone, for a page whose badges have become old. */
    @GetMapping("/menu")
    String menu(@RequestParam(defaultValue = "") String at, Model model) {
        model.addAttribute("at", at);
        return "parts/menu :: menu(at=${at})";
    }

    @GetMapping("/more")
    String more(Actor actor, Model model) {
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        return "more";
    }
}
