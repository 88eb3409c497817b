package linli.admin.lines;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Lines to be posted by hand, and the tap that says one was. */
@Controller
class LinesController {

    private final StagedLines staged;

    LinesController(StagedLines staged) {
        this.staged = staged;
    }

    @GetMapping("/lines")
    String index(Actor actor, Model model) {
        fill(staged.of(actor), null, model);
        return "lines/index";
    }

    /** Puts the line into its group, where that is possible. */
    @PostMapping("/lines/{id:\\d{1,18}}/send")
    String send(
            @PathVariable long id,
            @RequestParam(required = false) String chat,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        staged.send(id, actor);
        return after("lines.sent", chat, partly, actor, model, response, flash);
    }

    @PostMapping("/lines/{id:\\d{1,18}}/posted")
    String posted(
            @PathVariable long id,
            @RequestParam(required = false) String chat,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        staged.posted(id, actor);
        return after("lines.posted", chat, partly, actor, model, response, flash);
    }

    /** The list the person tapped in: of one group in the side bar, else of all. */
    private String after(
            String said, String chat, boolean partly, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        boolean inSidebar = chat != null && !chat.isBlank();
        if (!partly) {
            flash.addFlashAttribute("done", Texts.of(said));
            return inSidebar ? "redirect:/sidebar?chat=" + UriUtils.encode(chat, StandardCharsets.UTF_8) : "redirect:/lines";
        }
        response.setHeader("HX-Trigger", "{\"live:tickets\":1}");
        fill(inSidebar ? staged.of(staged.group(chat, actor)) : staged.of(actor), inSidebar ? chat : null, model);
        model.addAttribute("said", Texts.of(said));
        return "lines/_staged :: list";
    }

    private void fill(List<StagedLines.Staged> lines, String chat, Model model) {
        model.addAttribute("staged", lines);
        model.addAttribute("chat", chat);
        model.addAttribute("canSend", staged.canSend());
    }
}
