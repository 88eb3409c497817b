package linli.admin.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.CalendarDay;
import linli.bot.worktime.WorkCalendar;
import linli.bot.worktime.WorkSpan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 工作日历: the hours, the holidays and the 调休 days by which deadlines are counted. */
@Controller
@RequestMapping("/calendar")
class CalendarController {

    private final WorkCalendar calendar;
    private final CommunityClock clock;

    CalendarController(WorkCalendar calendar, CommunityClock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String index(@RequestParam(required = false) Integer year, Actor actor, Model model) {
        int shown = year == null ? clock.today().getYear() : Math.max(2020, Math.min(year, 2100));
        Map<DayOfWeek, List<WorkSpan>> week = new LinkedHashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, calendar.usual(day)));
        model.addAttribute("year", shown);
        model.addAttribute("days", calendar.days(shown));
        model.addAttribute("week", week);
        model.addAttribute("nextMissing", calendar.days(clock.today().getYear() + 1).isEmpty());
        model.addAttribute("nextYear", clock.today().getYear() + 1);
        model.addAttribute("mayChange", actor.is(Role.ADMIN));
        return "calendar/index";
    }

    @PostMapping
    String put(@RequestParam LocalDate day, @RequestParam boolean works, @RequestParam String reason, Actor actor, RedirectAttributes flash) {
        requireAdmin(actor);
        if (reason.isBlank()) {
            throw new Invalid("problem.calendar.reason");
        }
        calendar.put(new CalendarDay(day, works, reason.strip()), actor.ref());
        return saved(day, flash);
    }

    /** Shows what the notice would enter. */
    @PostMapping("/notice/check")
    String check(@RequestParam(required = false) String text, Actor actor, Model model, HttpServletResponse response) {
        requireAdmin(actor);
        model.addAttribute("text", text);
        try {
            model.addAttribute("read", calendar.read(text));
        } catch (Invalid problem) {
            model.addAttribute("problem", problem.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "calendar/notice";
    }

    @GetMapping("/notice")
    String notice(Actor actor) {
        requireAdmin(actor);
        return "calendar/notice";
    }

    @PostMapping("/notice")
    String bringIn(@RequestParam(required = false) String text, Actor actor, RedirectAttributes flash) {
        requireAdmin(actor);
        List<CalendarDay> read = calendar.importNotice(text, actor.ref());
        int year = read.get(read.size() - 1).day().getYear();
        long works = read.stream().filter(CalendarDay::works).count();
        flash.addFlashAttribute("done", Texts.of("done.calendar.imported", String.valueOf(year), String.valueOf(read.size() - works), String.valueOf(works)));
        return "redirect:/calendar?year=" + year;
    }

    @PostMapping("/remove")
    String remove(@RequestParam LocalDate day, Actor actor, RedirectAttributes flash) {
        requireAdmin(actor);
        calendar.remove(day, actor.ref());
        return saved(day, flash);
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw new NotAllowed("problem.ticket.action");
        }
    }

    private static String saved(LocalDate day, RedirectAttributes flash) {
        flash.addFlashAttribute("done", Texts.of("done.calendar.changed"));
        return "redirect:/calendar?year=" + day.getYear();
    }
}
