package linli.admin.notices;

import linli.bot.notice.RefusedWords;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 敏感词: the community's own list. */
@Controller
class NoticeWordsController {

    private final RefusedWords words;

    NoticeWordsController(RefusedWords words) {
        this.words = words;
    }

    @GetMapping("/notices/words")
    String index(Actor actor, Model model) {
        model.addAttribute("list", words.all());
        model.addAttribute("removed", words.removed());
        model.addAttribute("mayAdd", words.mayAdd(actor));
        model.addAttribute("mayRemove", words.mayRemove(actor));
        return "notices/words";
    }

    @PostMapping("/notices/words")
    String add(@RequestParam(defaultValue = "") String word, @RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes flash) {
        words.add(word, reason, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.word.added"));
        return "redirect:/notices/words";
    }

    @PostMapping("/notices/words/{id}/remove")
    String remove(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        words.remove(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.word.removed"));
        return "redirect:/notices/words";
    }
}
