package linli.admin.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.routing.CountedIn;
import linli.bot.routing.Responsibilities;
import linli.bot.routing.Responsibility;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 权责清单: everybody who handles tickets reads it, the administrator changes it. */
@Controller
@RequestMapping("/responsibilities")
class ResponsibilitiesController {

    private final Responsibilities responsibilities;
    private final Areas areas;
    private final StaffMembers staff;

    ResponsibilitiesController(Responsibilities responsibilities, Areas areas, StaffMembers staff) {
        this.responsibilities = responsibilities;
        this.areas = areas;
        this.staff = staff;
    }

    @GetMapping
    String index(Actor actor, Model model) {
        List<Responsibility> lines = responsibilities.all().stream()
                .sorted(Comparator.comparing(Responsibility::category).thenComparing(Responsibility::areaId, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        Map<Long, String> places = new HashMap<>();
        lines.stream().map(Responsibility::areaId).filter(id -> id != null).distinct().forEach(id -> places.put(id, areas.get(id).name()));
        model.addAttribute("lines", lines);
        model.addAttribute("places", places);
        model.addAttribute("units", staff.units().stream().collect(Collectors.toMap(Unit::id, Unit::name)));
        model.addAttribute("mayChange", actor.is(Role.ADMIN));
        return "responsibilities/index";
    }

    @GetMapping("/new")
    String add(Actor actor, Model model) {
        requireAdmin(actor);
        fill(null, new ResponsibilityForm(null, null, null, null, null, null, CountedIn.WORK, null), model);
        return "responsibilities/edit";
    }

    @GetMapping("/{id:\\d+}")
    String edit(@PathVariable long id, Actor actor, Model model) {
        Responsibility line = responsibilities.byId(id).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        fill(line, ResponsibilityForm.of(line), model);
        model.addAttribute("mayChange", actor.is(Role.ADMIN));
        return "responsibilities/edit";
    }

    @PostMapping
    String save(@ModelAttribute ResponsibilityForm form, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        requireAdmin(actor);
        try {
            if (form.category() == null) {
                throw new Invalid("problem.ticket.category");
            }
            responsibilities.change(form.line(), actor);
        } catch (Invalid problem) {
            fill(null, form, model);
            model.addAttribute("problem", problem.getMessage());
            response.setStatus(422);
            return "responsibilities/edit";
        }
        flash.addFlashAttribute("done", Texts.of("done.routing.changed"));
        return "redirect:/responsibilities";
    }

    /** Reading is for many, changing for one role; asked here because both share the path. */
    private static void requireAdmin(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw new NotAllowed("problem.ticket.action");
        }
    }

    private void fill(Responsibility line, ResponsibilityForm form, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("form", form);
        model.addAttribute("mayChange", true);
        model.addAttribute("categories", Category.values());
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("calendars", CountedIn.values());
        model.addAttribute("units", staff.units());
        List<Area> places = Stream.concat(areas.grids().stream(), areas.buildings().stream()).toList();
        model.addAttribute("areas", places);
        model.addAttribute("place", form.areaId() == null ? Texts.of("responsibility.everywhere") : areas.get(form.areaId()).name());
    }
}
