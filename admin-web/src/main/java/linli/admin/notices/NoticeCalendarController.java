package linli.admin.notices;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import linli.bot.notice.Notice;
import linli.bot.notice.Notices;
import linli.bot.notice.Repeats;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is scheduled, what comes every week, and notices sent once more. */
@Controller
class NoticeCalendarController {

    private final Notices notices;
    private final Repeats repeats;
    private final NoticeCalendarViews views;

    NoticeCalendarController(Notices notices, Repeats repeats, NoticeCalendarViews views) {
        this.notices = notices;
        this.repeats = repeats;
        this.views = views;
    }

    @GetMapping("/notices/calendar")
    String calendar(Actor actor, Model model) {
        model.addAttribute("days", views.days());
        model.addAttribute("weekly", views.weekly());
        model.addAttribute("writes", actor.is(Role.CLERK));
        return "notices/calendar";
    }

    @PostMapping("/notices/{id}/copies")
    String copy(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        Notice copy = notices.copy(UUID.randomUUID().toString(), id, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.copied"));
        return "redirect:/notices/" + copy.id() + "/edit";
    }

    @PostMapping("/notices/{id}/repeats")
    String repeat(@PathVariable long id, @RequestParam DayOfWeek day, @RequestParam String at, Actor actor, RedirectAttributes flash) {
        try {
            repeats.start(id, day, LocalTime.parse(at), actor);
        } catch (DateTimeParseException e) {
            throw new Invalid("problem.notice.when");
        }
        flash.addFlashAttribute("done", Texts.of("done.notice.repeated"));
        return "redirect:/notices/calendar";
    }

    @PostMapping("/notices/repeats/{id}/end")
    String stop(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        repeats.stop(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.unrepeated"));
        return "redirect:/notices/calendar";
    }
}
