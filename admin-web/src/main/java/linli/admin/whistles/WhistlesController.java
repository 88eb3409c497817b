package linli.admin.whistles;

import jakarta.servlet.http.HttpServletResponse;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.Tickets;
import linli.bot.whistle.Subtask;
import linli.bot.whistle.Whistles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 吹哨: what waits, one part with its steps, and the form that asks or blows. */
@Controller
@RequestMapping("/whistles")
class WhistlesController {

    private final Whistles whistles;
    private final Tickets tickets;
    private final StaffMembers staff;

    WhistlesController(Whistles whistles, Tickets tickets, StaffMembers staff) {
        this.whistles = whistles;
        this.tickets = tickets;
        this.staff = staff;
    }

    @GetMapping
    String index(@RequestParam(defaultValue = "true") boolean open, Actor actor, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("asked", open ? whistles.asked(actor.scope()) : java.util.List.of());
        model.addAttribute("parts", whistles.search(open, actor.scope()));
        model.addAttribute("actor", actor);
        model.addAttribute("isLeader", actor.is(Role.LEADER));
        return "whistles/index";
    }

    /** The form for a ticket: a grid asks, a leader blows or says why not. */
    @GetMapping("/of/{no:\\d{6}-\\d{3,}}")
    String form(@PathVariable String no, Actor actor, Model model) {
        fill(no, actor, model);
        return "whistles/form";
    }

    private void fill(String no, Actor actor, Model model) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        model.addAttribute("ticket", ticket);
        model.addAttribute("urgent", ticket.urgency().compareTo(Urgency.P1) <= 0);
        model.addAttribute("evidence", whistles.evidence(ticket, actor));
        model.addAttribute("waiting", whistles.openOf(ticket.id()).orElse(null));
        model.addAttribute("past", whistles.of(ticket.id()));
        model.addAttribute("units", staff.units());
        model.addAttribute("isLeader", actor.is(Role.LEADER));
    }

    @PostMapping("/of/{no:\\d{6}-\\d{3,}}/ask")
    String ask(@PathVariable String no, @RequestParam String reason, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            whistles.ask(no, reason, actor);
        } catch (Invalid problem) {
            return again(no, problem, actor, model, response);
        }
        return done("ask", "/tickets/" + no, flash);
    }

    @PostMapping("/of/{no:\\d{6}-\\d{3,}}/blow")
    String blow(@PathVariable String no, WhistleForm form, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            whistles.blow(no, form.calls(whistles), actor);
        } catch (Invalid problem) {
            return again(no, problem, actor, model, response);
        }
        return done("blow", "/tickets/" + no, flash);
    }

    @PostMapping("/of/{no:\\d{6}-\\d{3,}}/refuse")
    String refuse(@PathVariable String no, @RequestParam String reason, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            whistles.refuse(no, reason, actor);
        } catch (Invalid problem) {
            return again(no, problem, actor, model, response);
        }
        return done("refuse", "/whistles", flash);
    }

    private String again(String no, Invalid problem, Actor actor, Model model, HttpServletResponse response) {
        fill(no, actor, model);
        model.addAttribute("problem", problem.getMessage());
        response.setStatus(422);
        return "whistles/form";
    }

    /** One unit's part. A unit reads what counted, without who said it. */
    @GetMapping("/{id:\\d+}")
    String part(@PathVariable long id, Actor actor, Model model) {
        Subtask part = find(id, actor);
        Ticket ticket = tickets.get(part.ticketId());
        boolean mayRead = tickets.mayRead(ticket, actor);
        boolean mine = actor.is(Role.UNIT) && actor.unitId() != null && actor.unitId() == part.unitId();
        model.addAttribute("part", part);
        model.addAttribute("ticket", ticket);
        model.addAttribute("mine", mine);
        model.addAttribute("isLeader", actor.is(Role.LEADER));
        model.addAttribute("mayScore", actor.is(Role.GRID) || actor.is(Role.DESK) || actor.is(Role.LEADER));
        model.addAttribute("seesTicket", tickets.find(ticket.no(), actor.scope()).isPresent());
        model.addAttribute("words", mayRead ? tickets.lines(ticket.id(), actor).stream().filter(TicketLine::counted).toList() : java.util.List.of());
        return "whistles/part";
    }

    private Subtask find(long id, Actor actor) {
        return whistles.find(id, actor.scope()).orElseThrow(() -> new NotFound("problem.whistle.missing"));
    }

    @PostMapping("/{id:\\d+}/arrive")
    String arrive(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        whistles.arrive(id, actor);
        return done("arrive", "/whistles/" + id, flash);
    }

    @PostMapping("/{id:\\d+}/answer")
    String answer(@PathVariable long id, @RequestParam String text, Actor actor, RedirectAttributes flash) {
        whistles.answer(id, text, actor);
        return done("answer", "/whistles/" + id, flash);
    }

    @PostMapping("/{id:\\d+}/give-back")
    String giveBack(@PathVariable long id, @RequestParam String text, Actor actor, RedirectAttributes flash) {
        whistles.giveBack(id, text, actor);
        return done("giveBack", "/whistles/" + id, flash);
    }

    @PostMapping("/{id:\\d+}/insist")
    String insist(@PathVariable long id, @RequestParam(defaultValue = "2") int days, Actor actor, RedirectAttributes flash) {
        whistles.insist(id, whistles.arriveBy(false), whistles.answerBy(days), actor);
        return done("insist", "/whistles/" + id, flash);
    }

    @PostMapping("/{id:\\d+}/release")
    String release(@PathVariable long id, Actor actor, RedirectAttributes flash) {
        whistles.release(id, actor);
        return done("release", "/whistles/" + id, flash);
    }

    @PostMapping("/{id:\\d+}/score")
    String score(@PathVariable long id, @RequestParam int score, Actor actor, RedirectAttributes flash) {
        whistles.score(id, score, actor);
        return done("score", "/whistles/" + id, flash);
    }

    private static String done(String what, String where, RedirectAttributes flash) {
        flash.addFlashAttribute("done", Texts.of("done.whistle." + what));
        return "redirect:" + where;
    }
}
