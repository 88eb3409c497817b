package linli.admin.parser;

import java.util.List;
import linli.bot.staff.Actor;
import linli.bot.workbench.Quality;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well the reader reads, and the taps that tell. */
@Controller
@RequestMapping("/parser/quality")
class QualityController {

    private final Quality quality;

    QualityController(Quality quality) {
        this.quality = quality;
    }

    /** A week with its shares in percent; null where nothing was counted. */
    record Row(Quality.Week week, Integer precision, Integer accepted) {

        static Row of(Quality.Week week) {
            return new Row(week, share(week.correct(), week.marked()), share(week.accepted(), week.decided()));
        }

        private static Integer share(int part, int whole) {
            return whole == 0 ? null : Explained.percent((double) part / whole);
        }
    }

    @GetMapping
    String index(@RequestParam(defaultValue = "0") int ago, Model model) {
        fill(ago, model);
        return "parser/quality";
    }

    @PostMapping("/{id:\\d{1,18}}")
    String mark(
            @PathVariable long id,
            @RequestParam boolean correct,
            @RequestParam(defaultValue = "0") int ago,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Actor actor,
            Model model) {
        quality.mark(id, correct, actor);
        if (!partly) {
            return "redirect:/parser/quality?ago=" + week(ago);
        }
        fill(ago, model);
        return "parser/quality :: all";
    }

    private static int week(int ago) {
        return Math.max(0, Math.min(1, ago));
    }

    private void fill(int ago, Model model) {
        List<Quality.Sampled> sample = quality.sample(week(ago));
        model.addAttribute("ago", week(ago));
        model.addAttribute("sample", sample);
        model.addAttribute("left", sample.stream().filter(each -> each.correct() == null).count());
        model.addAttribute("rows", quality.weeks().stream().map(Row::of).toList());
    }
}
