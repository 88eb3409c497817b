package linli.admin.lines;

import jakarta.servlet.http.HttpServletResponse;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lines to be posted by hand, and the tap that says one was. */
@Controller
class LinesController {

    private final StagedLines staged;

    LinesController(StagedLines staged) {
        this.staged = staged;
    }

    @GetMapping("/lines")
    String index(Actor actor, Model model) {
        model.addAttribute("staged", staged.of(actor));
        return "lines/index";
    }

    @PostMapping("/lines/{id:\\d{1,18}}/posted")
    String posted(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        staged.posted(id, actor);
        if (!partly) {
            flash.addFlashAttribute("done", Texts.of("lines.posted"));
            return "redirect:/lines";
        }
        response.setHeader("HX-Trigger", "{\"live:tickets\":1}");
        model.addAttribute("staged", staged.of(actor));
        model.addAttribute("said", Texts.of("lines.posted"));
        return "lines/index :: list";
    }
}
