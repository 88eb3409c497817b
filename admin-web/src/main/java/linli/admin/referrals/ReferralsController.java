package linli.admin.referrals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import linli.bot.audit.AuditLog;
import linli.bot.problem.NotFound;
import linli.bot.referral.CopyBlocks;
import linli.bot.referral.Referral;
import linli.bot.referral.Referrals;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReferralsController {

    /** Looking again within it is one look. */
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    private final Referrals referrals;
    private final CopyBlocks blocks;
    private final Tickets tickets;
    private final AuditLog audit;
    private final CommunityClock clock;

    ReferralsController(Referrals referrals, CopyBlocks blocks, Tickets tickets, AuditLog audit, CommunityClock clock) {
        this.referrals = referrals;
        this.blocks = blocks;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /** A referral with its ticket. */
    public record Sent(Referral referral, Ticket ticket, boolean due) {}

    @GetMapping("/tickets/referrals")
    String index(Actor actor, Model model) {
        LocalDate today = clock.today();
        List<Sent> sent = referrals.open(actor.scope()).stream()
                .map(referral -> new Sent(referral, tickets.get(referral.ticketId()), !referral.followUp().isAfter(today)))
                .toList();
        model.addAttribute("sent", sent);
        model.addAttribute("mayFill", actor.is(Role.DESK) || actor.is(Role.LEADER));
        return "referrals/index";
    }

    /** The texts to paste elsewhere. */
    @GetMapping("/tickets/{no:\\d{6}-\\d{3,}}/copy")
    String copy(@PathVariable String no, Actor actor, Model model) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        audit.addOnce(actor.ref(), "referral.copied", "ticket:" + no, clock.now().minus(ONE_LOOK));
        model.addAttribute("ticket", ticket);
        model.addAttribute("blocks", blocks.of(ticket, actor));
        model.addAttribute("referral", referrals.of(ticket.id()).filter(Referral::isOpen).orElse(null));
        model.addAttribute("mayFill", actor.is(Role.DESK) || actor.is(Role.LEADER));
        return "referrals/copy";
    }

    /** Their number, typed once, or another day to ask again. */
    @PostMapping("/tickets/{no:\\d{6}-\\d{3,}}/referral")
    String update(
            @PathVariable String no,
            @RequestParam(required = false) String externalNo,
            @RequestParam(required = false) LocalDate followUp,
            @RequestParam(defaultValue = "false") boolean list,
            Actor actor,
            RedirectAttributes flash) {
        String number = externalNo == null || externalNo.isBlank() ? null : externalNo.strip();
        referrals.update(no, number, followUp, actor);
        flash.addFlashAttribute("done", Texts.of(number == null ? "referral.done.asked" : "referral.done.filled"));
        return list ? "redirect:/tickets/referrals" : "redirect:/tickets/" + no;
    }
}
