package linli.admin.notices;

import java.time.Instant;
import java.util.Locale;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Delivery;
import linli.bot.notice.NoticeAction;
import linli.bot.notice.Notices;
import linli.bot.notice.TestSends;
import linli.bot.notice.UrgentRequests;
import linli.bot.notice.UrgentReviews;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each button of a notice's page: one address for the notice's moves, one per thing that is done about a group. */
@Controller
class NoticeTransitionsController {

    private final Notices notices;
    private final Deliveries deliveries;
    private final NoticeViews views;
    private final UrgentReviews reviews;
    private final UrgentRequests requests;
    private final TestSends trials;

    NoticeTransitionsController(Notices notices, Deliveries deliveries, NoticeViews views, UrgentReviews reviews, UrgentRequests requests, TestSends trials) {
        this.trials = trials;
        this.reviews = reviews;
        this.requests = requests;
        this.notices = notices;
        this.deliveries = deliveries;
        this.views = views;
    }

    @PostMapping("/notices/{id}/transitions")
    String move(
            @PathVariable long id,
            @RequestParam NoticeAction action,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String at,
            Actor actor,
            RedirectAttributes flash) {
        Instant when = at.isBlank() ? null : NoticeForm.instant(at);
        switch (action) {
            case APPROVE -> notices.approve(id, revision, when, actor);
            case RETURN -> notices.sendBack(id, revision, reason, actor);
            case URGENT -> notices.publishUrgently(id, revision, reason, actor);
            case SEND -> notices.send(id, revision, actor);
            case SCHEDULE -> notices.reschedule(id, revision, when, actor);
            case UNDO -> notices.undo(id, revision, actor);
            case CANCEL, STOP -> notices.cancel(id, revision, actor);
            default -> throw new Invalid("problem.notice.form");
        }
        flash.addFlashAttribute("done", Texts.of("done.notice." + action.name().toLowerCase(Locale.ROOT)));
        return "redirect:/notices/" + id;
    }

    @PostMapping("/notices/{id}/review")
    String review(
            @PathVariable long id, @RequestParam boolean proper, @RequestParam(defaultValue = "") String note, Actor actor, RedirectAttributes flash) {
        reviews.review(id, proper, note, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.reviewed"));
        return "redirect:/notices/" + id;
    }

    @PostMapping("/notices/{id}/urgent-requests")
    String askUrgent(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes flash) {
        requests.ask(id, reason, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.urgent.asked"));
        return "redirect:/notices/" + id;
    }

    @PostMapping("/notices/{id}/urgent-requests/decline")
    String declineUrgent(@PathVariable long id, @RequestParam(defaultValue = "") String note, Actor actor, RedirectAttributes flash) {
        requests.decline(id, note, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.urgent.declined"));
        return "redirect:/notices/" + id;
    }

    @PostMapping("/notices/{id}/trials")
    String trySending(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        trials.send(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.tried"));
        return "redirect:/notices/" + id;
    }

    @PostMapping("/notices/{id}/deliveries/{delivery}/reminders")
    String remind(
            @PathVariable long id, @PathVariable long delivery, @RequestParam(defaultValue = "") String back, Actor actor, RedirectAttributes flash) {
        require(id, delivery);
        deliveries.remind(delivery, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.reminded"));
        return to(back, id);
    }

    @PostMapping("/notices/{id}/deliveries/{delivery}/backup")
    String handOver(
            @PathVariable long id, @PathVariable long delivery, @RequestParam(defaultValue = "") String back, Actor actor, RedirectAttributes flash) {
        require(id, delivery);
        deliveries.handOver(delivery, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.handed"));
        return to(back, id);
    }

    private static String to(String back, long id) {
        return back.equals("unsent") ? "redirect:/notices/unsent" : "redirect:/notices/" + id;
    }

    /** A page of its own, since nobody should type inside a part that refreshes itself. */
    @GetMapping("/notices/{id}/deliveries/{delivery}/forwarding")
    String forwarding(@PathVariable long id, @PathVariable long delivery, Model model) {
        Delivery found = require(id, delivery);
        model.addAttribute("paper", views.paper(notices.get(id)));
        model.addAttribute("delivery", found);
        model.addAttribute("group", views.groupName(found));
        return "notices/forwarding";
    }

    @PostMapping("/notices/{id}/deliveries/{delivery}/forwarding")
    String forwarded(
            @PathVariable long id, @PathVariable long delivery, @RequestParam(defaultValue = "") String proof, Actor actor, RedirectAttributes flash) {
        require(id, delivery);
        deliveries.forwarded(delivery, proof, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.forwarded"));
        return "redirect:/notices/" + id;
    }

    private Delivery require(long id, long delivery) {
        Delivery found = deliveries.get(delivery);
        if (found.noticeId() != id) {
            throw new NotFound("problem.notice.missing.delivery");
        }
        return found;
    }
}
