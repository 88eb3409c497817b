package linli.admin.status;

import linli.bot.inbox.Inbox;
import linli.bot.inbox.Told;
import linli.bot.outbox.Outbox;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.time.TimedWork;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class StatusController {

    private final Parts parts;
    private final Told told;
    private final Inbox inbox;
    private final Outbox outbox;
    private final TimedWork timetable;
    private final CommunityClock clock;

    StatusController(Parts parts, Told told, Inbox inbox, Outbox outbox, TimedWork timetable, CommunityClock clock) {
        this.parts = parts;
        this.told = told;
        this.inbox = inbox;
        this.outbox = outbox;
        this.timetable = timetable;
        this.clock = clock;
    }

    @GetMapping("/status")
    String index(Actor actor, Model model) {
        fill(actor, model);
        return "status/index";
    }

    @GetMapping("/status/now")
    String now(Actor actor, Model model) {
        fill(actor, model);
        return "status/_now :: now";
    }

    private void fill(Actor actor, Model model) {
        model.addAttribute("parts", parts.all());
        model.addAttribute("backlog", told.backlog());
        model.addAttribute("quarantined", told.quarantined());
        model.addAttribute("lines", outbox.counts());
        model.addAttribute("troubled", outbox.troubled());
        model.addAttribute("timetable", timetable.entries());
        model.addAttribute("now", clock.now());
        model.addAttribute("seesWords", actor.scope().all());
        model.addAttribute("mayRetry", actor.is(Role.ADMIN));
    }

    @PostMapping("/status/messages/{id}/retry")
    String retry(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        if (!actor.is(Role.ADMIN)) {
            throw new NotAllowed("problem.admin.only");
        }
        inbox.retry(id);
        flash.addFlashAttribute("done", Texts.of("done.status.retry"));
        return "redirect:/status";
    }
}
