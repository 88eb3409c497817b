package linli.admin.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.staff.Actor;
import linli.bot.staff.LoginState;
import linli.bot.staff.Logins;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PeopleController {

    /** What can be ticked; residents and the system are no staff. */
    private static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.RESIDENT && role != Role.SYSTEM).toList();

    private final StaffMembers staff;
    private final Logins logins;
    private final Areas areas;

    PeopleController(StaffMembers staff, Logins logins, Areas areas) {
        this.staff = staff;
        this.logins = logins;
        this.areas = areas;
    }

    @GetMapping("/staff")
    String index(@RequestParam(required = false) Role role, Model model) {
        model.addAttribute("role", role);
        model.addAttribute("roles", ROLES);
        model.addAttribute("people", staff.all().stream().filter(person -> role == null || person.roles().contains(role)).toList());
        describe(model);
        return "staff/index";
    }

    private void describe(Model model) {
        Map<Long, LoginState> states = logins.states().stream().collect(Collectors.toMap(LoginState::staffId, Function.identity()));
        model.addAttribute("logins", states);
        model.addAttribute("grids", areas.grids().stream().collect(Collectors.toMap(Area::id, Area::name)));
        model.addAttribute("units", staff.units().stream().collect(Collectors.toMap(Unit::id, Unit::name)));
    }

    @GetMapping("/staff/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("person", staff.get(id));
        model.addAttribute("phone", staff.phones().get(staff.get(id).userid()));
        model.addAttribute("roles", ROLES);
        model.addAttribute("self", actor.staffId() == id);
        describe(model);
        return "staff/show";
    }

    @PostMapping("/staff/{id}/roles")
    String changeRoles(@PathVariable long id, @RequestParam(defaultValue = "") Set<Role> role, Actor actor, RedirectAttributes flash) {
        staff.changeRoles(id, role, actor);
        return back(id, "done.staff.roles", flash);
    }

    @PostMapping("/staff/{id}/phone")
    String setPhone(@PathVariable long id, @RequestParam(defaultValue = "") String phone, Actor actor, RedirectAttributes flash) {
        staff.setPhone(id, phone, actor);
        return back(id, "done.staff.phone", flash);
    }

    @PostMapping("/staff/{id}/active")
    String setActive(@PathVariable long id, @RequestParam boolean active, Actor actor, RedirectAttributes flash) {
        staff.setActive(id, active, actor);
        return back(id, active ? "done.staff.back" : "done.staff.left", flash);
    }

    @PostMapping("/staff/{id}/unlock")
    String unlock(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        logins.unlock(id, actor);
        return back(id, "done.staff.unlocked", flash);
    }

    /** The new password is in this one answer and nowhere else: not in a session, not behind a redirect. */
    @PostMapping("/staff/{id}/password")
    String reset(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("password", logins.reset(id, actor));
        model.addAttribute("person", staff.get(id));
        return "staff/password";
    }

    private static String back(long id, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", Texts.of(key));
        return "redirect:/staff/" + id;
    }
}
