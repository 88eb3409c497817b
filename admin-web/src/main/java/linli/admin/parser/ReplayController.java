package linli.admin.parser;

import java.util.List;
import java.util.Optional;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.workbench.ReadingCorrections;
import linli.bot.workbench.Release;
import linli.bot.workbench.Replays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would be read differently, before it goes live. */
@Controller
@RequestMapping("/parser/replay")
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    /** A difference in the words of the page. */
    record Shown(Release.Difference difference, String was, String now) {

        static Shown of(Release.Difference d) {
            return new Shown(d, words(d.wasLevel(), d.wasCategory(), d.wasAction()), words(d.nowLevel(), d.nowCategory(), d.nowAction()));
        }

        private static String words(String level, String category, String action) {
            String kind = Texts.of("parser.short." + level) + (category == null ? "" : " " + Explained.category(category));
            return kind + " · " + Texts.of("parser.action." + action);
        }
    }

    @GetMapping
    String index(Actor actor, Model model) {
        fill(actor, model);
        return "parser/replay";
    }

    @GetMapping("/now")
    String now(Actor actor, Model model) {
        fill(actor, model);
        return "parser/_replay :: now";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "false") boolean train, Actor actor, RedirectAttributes flash) {
        replays.begin(train, actor);
        return done("begun", flash);
    }

    @PostMapping("/{id:\\d{1,18}}/live")
    String putLive(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        replays.putLive(id, actor);
        return done("live", flash);
    }

    @PostMapping("/{id:\\d{1,18}}/discard")
    String discard(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        replays.discard(id, actor);
        return done("discarded", flash);
    }

    @PostMapping("/back")
    String goBack(Actor actor, RedirectAttributes flash) {
        replays.goBack(actor);
        return done("back", flash);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", Texts.of("parser.replay." + what));
        return "redirect:/parser/replay";
    }

    private void fill(Actor actor, Model model) {
        Optional<Release> latest = replays.latest();
        model.addAttribute("latest", latest.orElse(null));
        model.addAttribute("inUse", replays.inUse().orElse(null));
        model.addAttribute("versions", replays.versions());
        model.addAttribute("mayDecide", ReadingCorrections.mayDecide(actor));
        model.addAttribute("differences", latest.filter(release -> release.state() == Release.State.READY)
                .map(release -> replays.differences(release.id()).stream().map(Shown::of).toList())
                .orElse(List.of()));
    }
}
