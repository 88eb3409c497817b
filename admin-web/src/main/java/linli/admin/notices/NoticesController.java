package linli.admin.notices;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import linli.bot.attachment.Attachments;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeAction;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.NoticeFacts;
import linli.bot.notice.NoticeFilter;
import linli.bot.notice.NoticeStatus;
import linli.bot.notice.NoticeTemplate;
import linli.bot.notice.NoticeTemplates;
import linli.bot.notice.NoticeTopic;
import linli.bot.notice.Notices;
import linli.bot.notice.Preview;
import linli.bot.notice.Selections;
import linli.bot.notice.TestSends;
import linli.bot.notice.UrgentRequests;
import linli.bot.notice.UrgentReview;
import linli.bot.notice.UrgentReviews;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of notices, one notice, and the form that writes one. */
@Controller
class NoticesController {

    private static final int PAGE = 30;

    private final Notices notices;
    private final Deliveries deliveries;
    private final NoticeTemplates templates;
    private final NoticeViews views;
    private final Areas areas;
    private final NoticeFacts facts;
    private final UrgentReviews reviews;
    private final UrgentRequests requests;
    private final Attachments attachments;
    private final Selections selections;
    private final TestSends trials;
    private final NoticeAttachmentsController uploads;

    NoticesController(
            Notices notices, Deliveries deliveries, NoticeTemplates templates, NoticeViews views, Areas areas, NoticeFacts facts,
            UrgentReviews reviews, UrgentRequests requests, Attachments attachments, Selections selections, TestSends trials, NoticeAttachmentsController uploads) {
        this.selections = selections;
        this.trials = trials;
        this.attachments = attachments;
        this.uploads = uploads;
        this.facts = facts;
        this.reviews = reviews;
        this.requests = requests;
        this.notices = notices;
        this.deliveries = deliveries;
        this.templates = templates;
        this.views = views;
        this.areas = areas;
    }

    /** The tabs of the list, each a few states. */
    enum Shelf {
        ALL(EnumSet.noneOf(NoticeStatus.class)),
        DRAFT(EnumSet.of(NoticeStatus.DRAFT, NoticeStatus.RETURNED)),
        REVIEW(EnumSet.of(NoticeStatus.IN_REVIEW)),
        READY(EnumSet.of(NoticeStatus.APPROVED, NoticeStatus.SCHEDULED, NoticeStatus.HOLD, NoticeStatus.MISSED)),
        SENDING(EnumSet.of(NoticeStatus.SENDING)),
        SENT(EnumSet.of(NoticeStatus.SENT, NoticeStatus.PARTIAL, NoticeStatus.CORRECTED, NoticeStatus.EXPIRED)),
        CANCELLED(EnumSet.of(NoticeStatus.CANCELLED));

        private final Set<NoticeStatus> statuses;

        Shelf(Set<NoticeStatus> statuses) {
            this.statuses = statuses;
        }
    }

    @GetMapping("/notices")
    String index(
            Actor actor,
            @RequestParam(defaultValue = "ALL") Shelf state,
            @RequestParam(required = false) NoticeTopic topic,
            @RequestParam(required = false) Long before,
            Model model) {
        List<Notice> page = notices.search(new NoticeFilter(state.statuses, topic, before, PAGE + 1));
        List<Notice> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        model.addAttribute("waiting", before == null && state == Shelf.ALL && topic == null ? views.lines(notices.waitingFor(actor)) : List.of());
        model.addAttribute("urgent", before == null ? views.lines(reviews.open(actor).stream().map(r -> notices.get(r.noticeId())).toList()) : List.of());
        model.addAttribute("asked", before == null ? views.lines(requests.open(actor).stream().map(r -> notices.get(r.noticeId())).toList()) : List.of());
        model.addAttribute("mine", deliveries.waitingForOwner(actor.ref()).size());
        model.addAttribute("lines", views.lines(shown));
        model.addAttribute("next", page.size() > PAGE ? next(state, topic, shown.get(PAGE - 1).id()) : null);
        model.addAttribute("totals", before == null && state == Shelf.SENT ? deliveries.totals() : List.of());
        model.addAttribute("shelves", Shelf.values());
        model.addAttribute("shelf", state);
        model.addAttribute("topics", NoticeTopic.values());
        model.addAttribute("topic", topic);
        model.addAttribute("writes", actor.is(Role.CLERK));
        return "notices/index";
    }

    private static String next(Shelf state, NoticeTopic topic, long before) {
        return "/notices?state=" + state + (topic == null ? "" : "&topic=" + topic) + "&before=" + before;
    }

    /** 未发出清单: every group that does not have a notice that is out, and what can be done about it. */
    @GetMapping("/notices/unsent")
    String unsent(Actor actor, Model model) {
        model.addAttribute("parts", views.unsent(actor));
        return "notices/unsent";
    }

    @GetMapping("/notices/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        Notice notice = notices.get(id);
        NoticeViews.Paper paper = views.paper(notice);
        model.addAttribute("paper", paper);
        model.addAttribute("pieces", views.pieces(paper.text(), paper.own()));
        model.addAttribute("history", notices.history(id));
        model.addAttribute("corrected", notice.corrects() == null ? null : notices.get(notice.corrects()));
        model.addAttribute("correction", notices.correctionOf(id).orElse(null));
        model.addAttribute("mayTry", trials.may(notice, actor));
        model.addAttribute("tests", trials.groups().stream().map(ChatGroup::name).toList());
        model.addAttribute("trials", trials.of(id));
        model.addAttribute("writes", actor.is(Role.CLERK));
        model.addAttribute("repeatable", notice.corrects() == null && notice.effect() == null && notice.activeFrom() == null);
        model.addAttribute("deflected", facts.deflected(id));
        model.addAttribute("request", requests.of(id).orElse(null));
        model.addAttribute("mayAsk", requests.mayAsk(notice, actor));
        model.addAttribute("mayDecline", requests.mayAnswer(actor));
        UrgentReview review = reviews.of(id).orElse(null);
        model.addAttribute("review", review);
        model.addAttribute("mayReview", review != null && reviews.may(review, actor));
        return live(notice, actor, model, "notices/show");
    }

    /** The part that moves by itself. */
    @GetMapping("/notices/{id}/live")
    String live(@PathVariable long id, Actor actor, Model model) {
        return live(notices.get(id), actor, model, "notices/_live :: live");
    }

    private String live(Notice notice, Actor actor, Model model, String view) {
        NoticeViews.Live live = views.live(notice, actor);
        model.addAttribute("live", live);
        model.addAttribute("can", live.allowed().stream().map(NoticeAction::name).toList());
        model.addAttribute("ownsDraft", live.allowed().contains(NoticeAction.EDIT));
        return view;
    }

    @GetMapping("/notices/new")
    String create(@RequestParam(defaultValue = "") String kind, Actor actor, Model model) {
        requireClerk(actor);
        String code = kind.isEmpty() ? templates.all().get(0).code() : kind;
        return form(null, NoticeForm.blank(templates.get(code).code()), model);
    }

    @GetMapping("/notices/{id}/edit")
    String edit(@PathVariable long id, Actor actor, Model model) {
        requireClerk(actor);
        Notice notice = notices.get(id);
        if (!NoticeAction.EDIT.startsFrom(notice.status())) {
            return "redirect:/notices/" + id;
        }
        return form(id, NoticeForm.of(notice, areas), model);
    }

    /** 更正: the form with what the notice says now; it goes to the same groups. */
    @GetMapping("/notices/{id}/correction")
    String correct(@PathVariable long id, Actor actor, Model model) {
        requireClerk(actor);
        return form(null, NoticeForm.correcting(notices.get(id), notices.waysOf(id), areas), model);
    }

    /** The bubble and what would happen, while somebody types; changes nothing. */
    @PostMapping("/notices/preview")
    String preview(@RequestParam MultiValueMap<String, String> typed, Actor actor, Model model) {
        requireClerk(actor);
        addPreview(NoticeForm.typed(templates.get(typed.getFirst("kind")), typed), model);
        return "notices/_preview :: preview";
    }

    @PostMapping("/notices")
    String save(
            @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) List<MultipartFile> files, Actor actor, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        return save(null, typed, files, actor, model, response, flash);
    }

    @PostMapping("/notices/{id}")
    String save(
            @PathVariable(required = false) Long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireClerk(actor);
        NoticeForm form = NoticeForm.typed(templates.get(typed.getFirst("kind")), typed);
        List<Long> attached = new ArrayList<>(form.attachments());
        Notice notice = null;
        try {
            uploads.add(typed, files, attached, actor);
            form = form.attached(attached);
            if ("preview".equals(typed.getFirst("do")) || typed.containsKey("drop")) {
                return form(id, form, model);
            }
            NoticeDraft draft = form.toDraft(areas);
            notice = id == null ? create(form, draft, actor) : notices.edit(id, form.revision(), draft, actor);
            if (notice.status() == NoticeStatus.DRAFT && "submit".equals(typed.getFirst("do"))) {
                notices.submit(notice.id(), notice.revision(), form.confirmed(), actor);
            }
        } catch (Invalid e) {
            // What was typed is kept: as a draft when it could be saved, else in the page that comes back.
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("flashProblem", e.getMessage());
            model.addAttribute("saved", notice != null);
            form = form.attached(attached);
            return notice == null ? form(id, form, model) : form(notice.id(), form.seen(notice), model);
        }
        flash.addFlashAttribute("done", Texts.of("submit".equals(typed.getFirst("do")) ? "done.notice.submitted" : "done.notice.saved"));
        return "redirect:/notices/" + notice.id();
    }

    /** The same form sent again is the same notice; what changed in it meanwhile is taken over while it is a draft. */
    private Notice create(NoticeForm form, NoticeDraft draft, Actor actor) {
        String key = form.formKey().isEmpty() ? null : form.formKey();
        Notice notice = form.corrects() == null
                ? notices.create(key, draft, actor)
                : notices.correct(key, form.corrects(), draft.values(), actor);
        boolean same = notice.template().equals(draft.template()) && notice.values().equals(draft.values())
                && notice.audience().equals(draft.audience()) && notice.attachments().equals(draft.attachments());
        return same || notice.status() != NoticeStatus.DRAFT ? notice : notices.edit(notice.id(), null, draft, actor);
    }

    private String form(Long id, NoticeForm form, Model model) {
        NoticeTemplate template = templates.get(form.kind());
        model.addAttribute("id", id);
        // A new form is not scolded for being empty.
        model.addAttribute("marked", id != null);
        model.addAttribute("form", form);
        model.addAttribute("attached", attachments.get(form.attachments()));
        model.addAttribute("template", template);
        model.addAttribute("templates", templates.all());
        model.addAttribute("topics", Arrays.asList(NoticeTopic.values()));
        model.addAttribute("tree", views.tree(form));
        model.addAttribute("selections", selections.all());
        model.addAttribute("subscribed", selections.counts());
        model.addAttribute("original", form.corrects() == null ? null : views.paper(notices.get(form.corrects())));
        addPreview(form, model);
        return "notices/edit";
    }

    private void addPreview(NoticeForm form, Model model) {
        try {
            Preview preview = notices.preview(form.toDraft(areas));
            model.addAttribute("preview", preview);
            model.addAttribute("pieces", views.pieces(preview.text(), List.of()));
            model.addAttribute("owners", views.owners(preview.reach().owners()));
        } catch (Invalid e) {
            model.addAttribute("unreadable", e.getMessage());
        }
    }

    private static void requireClerk(Actor actor) {
        if (!actor.is(Role.CLERK)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.write"));
        }
    }
}
