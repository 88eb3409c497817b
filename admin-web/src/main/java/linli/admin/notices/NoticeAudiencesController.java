package linli.admin.notices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.notice.Audience;
import linli.bot.notice.NoticeTopic;
import linli.bot.notice.Reach;
import linli.bot.notice.Selection;
import linli.bot.notice.Selections;
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

/** 常用范围 and 主题订阅: audiences that are kept to be used again. */
@Controller
class NoticeAudiencesController {

    private final Selections selections;
    private final ChatGroups groups;
    private final Areas areas;

    NoticeAudiencesController(Selections selections, ChatGroups groups, Areas areas) {
        this.selections = selections;
        this.groups = groups;
        this.areas = areas;
    }

    /** A selection with what it means now. */
    record Shown(Selection selection, String label, int groups, int people, List<String> unreachable) {}

    @GetMapping("/notices/selections")
    String index(Actor actor, Model model) {
        model.addAttribute("list", selections.all().stream().map(this::shown).toList());
        model.addAttribute("writes", selections.mayWrite(actor));
        return "notices/selections";
    }

    private Shown shown(Selection selection) {
        Reach reach = selections.reach(selection.audience());
        return new Shown(selection, reach.label(), reach.groups().size(), reach.people(), reach.unreachable());
    }

    @PostMapping("/notices/selections")
    String add(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String numbers, @RequestParam(required = false) String everything,
            @RequestParam(defaultValue = "") String except, Actor actor, RedirectAttributes flash) {
        selections.add(name, audience(numbers, everything != null, except), actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.selection.added"));
        return "redirect:/notices/selections";
    }

    @PostMapping("/notices/selections/{id}")
    String change(
            @PathVariable long id, @RequestParam(defaultValue = "") String numbers, @RequestParam(required = false) String everything,
            @RequestParam(defaultValue = "") String except, Actor actor, RedirectAttributes flash) {
        selections.change(id, audience(numbers, everything != null, except), actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.selection.changed"));
        return "redirect:/notices/selections";
    }

    private Audience audience(String numbers, boolean everything, String except) {
        return TypedPlaces.read(numbers, areas).audience(everything, false, areas).except(TypedPlaces.read(except, areas).ids());
    }

    @PostMapping("/notices/selections/{id}/remove")
    String remove(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        selections.remove(id, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.selection.removed"));
        return "redirect:/notices/selections";
    }

    @GetMapping("/notices/subscriptions")
    String subscriptions(@RequestParam(defaultValue = "WASTE_SORTING") NoticeTopic topic, Actor actor, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("topics", NoticeTopic.values());
        model.addAttribute("counts", selections.counts());
        model.addAttribute("chosen", selections.subscribed(topic));
        model.addAttribute("groups", residents().stream().filter(group -> maySee(group, actor)).toList());
        model.addAttribute("writes", selections.mayWrite(actor));
        return "notices/subscriptions";
    }

    /** Who writes or reviews for the whole community sees its groups; a grid worker sees those of the grid. */
    private static boolean maySee(ChatGroup group, Actor actor) {
        return actor.is(Role.CLERK) || actor.is(Role.REVIEWER) || actor.scope().covers(group.gridId(), null);
    }

    private List<ChatGroup> residents() {
        return groups.all().stream()
                .filter(group -> group.isBound() && (group.kind() == GroupKind.BUILDING || group.kind() == GroupKind.GRID))
                .toList();
    }

    @PostMapping("/notices/subscriptions")
    String subscribe(@RequestParam NoticeTopic topic, @RequestParam(required = false) List<Long> group, Actor actor, RedirectAttributes flash) {
        Set<Long> chosen = new LinkedHashSet<>(group == null ? List.of() : group);
        chosen.retainAll(residents().stream().map(ChatGroup::id).toList());
        selections.subscribe(topic, chosen, actor);
        flash.addFlashAttribute("done", Texts.of("done.notice.subscribed", Texts.label(topic), String.valueOf(chosen.size())));
        return "redirect:/notices/subscriptions?topic=" + topic;
    }
}
