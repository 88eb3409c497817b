package linli.admin.groups;

import linli.bot.community.Area;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.community.Members;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class GroupsController {

    private static final int LATEST = 10;
    private static final String FOR_TRIALS = "test";

    private final Board board;
    private final ChatGroups groups;
    private final Areas areas;
    private final Members members;
    private final StaffMembers staff;
    private final TicketLists lists;

    GroupsController(Board board, ChatGroups groups, Areas areas, Members members, StaffMembers staff, TicketLists lists) {
        this.board = board;
        this.groups = groups;
        this.areas = areas;
        this.members = members;
        this.staff = staff;
        this.lists = lists;
    }

    @GetMapping("/groups")
    String index(Actor actor, Model model) {
        fill(actor, model);
        return "groups/index";
    }

    /** What changes while the page is open. */
    @GetMapping("/groups/board")
    String board(Actor actor, Model model) {
        fill(actor, model);
        return "groups/_board :: board";
    }

    private void fill(Actor actor, Model model) {
        model.addAttribute("columns", board.columns(actor));
        if (actor.is(Role.ADMIN)) {
            model.addAttribute("unbound", board.unbound());
            model.addAttribute("grids", areas.grids());
            model.addAttribute("buildings", areas.buildings());
        }
    }

    @GetMapping("/groups/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        ChatGroup group = groups.get(id);
        if (!Board.mayOpen(actor, group.gridId())) {
            throw new NotFound("problem.group.missing");
        }
        model.addAttribute("group", group);
        model.addAttribute("area", group.areaId() == null ? null : areas.get(group.areaId()));
        model.addAttribute("grid", group.gridId() == null ? null : areas.get(group.gridId()));
        model.addAttribute("owner", name(group.ownerUserid()));
        model.addAttribute("backup", name(group.backupUserid()));
        model.addAttribute("share", members.consentShares().stream().filter(share -> share.groupId() == id).findFirst().orElse(null));
        model.addAttribute("tickets", lists.search(openIn(id), actor.scope()));
        model.addAttribute("seesTickets", actor.scope().covers(group.gridId(), null));
        return "groups/show";
    }

    private static TicketFilter openIn(long groupId) {
        return new TicketFilter(TicketFilter.Group.OPEN, null, null, null, null, null, groupId, null, LATEST);
    }

    private String name(String userid) {
        return userid == null ? null : staff.findByUserid(userid).map(Staff::name).orElse(userid);
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new NotFound("problem.area.missing");
        }
    }

    /** Binds a group to a building or a grid; which of the two, the area says. */
    @PostMapping("/groups/{id}/bind")
    String bind(@PathVariable long id, @RequestParam String area, RedirectAttributes flash) {
        if (area.equals(FOR_TRIALS)) {
            groups.bindForTrials(id);
            flash.addFlashAttribute("done", Texts.of("done.group.bound"));
            return "redirect:/groups/" + id;
        }
        Area chosen = areas.get(number(area));
        boolean isGrid = chosen.kind() == AreaKind.GRID;
        groups.bind(id, isGrid ? GroupKind.GRID : GroupKind.BUILDING, chosen.id(), isGrid ? chosen.id() : chosen.parentId(), null);
        flash.addFlashAttribute("done", Texts.of("done.group.bound"));
        return "redirect:/groups/" + id;
    }
}
