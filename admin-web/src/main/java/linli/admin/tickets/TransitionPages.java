package linli.admin.tickets;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.phrase.Phrases;
import linli.bot.problem.NotAllowed;
import linli.bot.referral.CopyBlocks;
import linli.bot.referral.Referrals;
import linli.bot.referral.Target;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.Rehearsals;
import linli.bot.ticket.RejectCode;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the form of a step shows. */
@Component
class TransitionPages {

    private static final int SUGGESTIONS = 5;

    private final Tickets tickets;
    private final TicketLists lists;
    private final Moves moves;
    private final Rehearsals rehearsals;
    private final StaffMembers staff;
    private final Phrases phrases;
    private final Referrals referrals;
    private final CopyBlocks blocks;
    private final CommunityClock clock;

    TransitionPages(Tickets tickets, TicketLists lists, Moves moves, Rehearsals rehearsals, StaffMembers staff, Phrases phrases, Referrals referrals, CopyBlocks blocks, CommunityClock clock) {
        this.tickets = tickets;
        this.lists = lists;
        this.moves = moves;
        this.rehearsals = rehearsals;
        this.staff = staff;
        this.phrases = phrases;
        this.referrals = referrals;
        this.blocks = blocks;
        this.clock = clock;
    }

    void fill(Ticket ticket, TransitionForm form, Actor actor, Model model) {
        TicketAction action = form.action();
        if (!action.isFor(actor)) {
            throw new NotAllowed("problem.ticket.action");
        }
        model.addAttribute("ticket", ticket);
        model.addAttribute("action", action);
        model.addAttribute("word", moves.word(action));
        model.addAttribute("blanks", Blank.of(action).stream().map(Blank::name).toList());
        model.addAttribute("version", form.version() == null ? ticket.version() : form.version());
        model.addAttribute("back", form.backOr("/tickets/" + ticket.no()));
        boolean speaks = moves.canSpeak(action, ticket);
        model.addAttribute("speaks", speaks);
        model.addAttribute("line", speaks ? rehearsals.line(ticket.no(), action, actor, form.toActionForm()).orElse(null) : null);
        model.addAttribute("phrases", phrases.of(action, ticket.category()));
        model.addAttribute("mayKeepPhrases", Phrases.mayKeep(actor));
        model.addAttribute("times", times());
        model.addAttribute("rejectCodes", RejectCode.values());
        model.addAttribute("categories", Category.values());
        model.addAttribute("urgencies", Urgency.values());
        if (action == TicketAction.REASSIGN) {
            model.addAttribute("people", people(ticket));
            model.addAttribute("units", staff.units());
        }
        if (action == TicketAction.HAND_OFF) {
            model.addAttribute("sendTargets", Target.values());
            model.addAttribute("usualFollowUp", form.followUp() == null ? referrals.usualFollowUp() : form.followUp());
            model.addAttribute("copyBlock", blocks.of(ticket, actor).form());
        }
        if (action == TicketAction.MERGE) {
            model.addAttribute("targets", likeliestTargets(ticket, actor));
        }
    }

    /** The promises people make most, as far as they still lie ahead. */
    List<String> times() {
        LocalTime now = clock.local().toLocalTime();
        List<String> times = new ArrayList<>();
        if (now.isBefore(LocalTime.of(11, 30))) {
            times.add(Texts.of("tickets.expected.noon"));
        }
        if (now.isBefore(LocalTime.of(17, 30))) {
            times.add(Texts.of("tickets.expected.evening"));
        }
        times.add(Texts.of("tickets.expected.tomorrow"));
        return times;
    }

    /** The workers of the ticket's grid, then the desk. */
    private List<Staff> people(Ticket ticket) {
        List<Staff> people = new ArrayList<>();
        if (ticket.gridId() != null) {
            people.addAll(staff.inRole(Role.GRID, ticket.gridId()));
        }
        people.addAll(staff.inRole(Role.DESK, null));
        people.removeIf(person -> Objects.equals(person.id(), ticket.ownerId()));
        return people;
    }

    /** Open tickets it may be the same as: same building first to come, then same grid. */
    List<TicketRow> likeliestTargets(Ticket ticket, Actor actor) {
        TicketFilter near = new TicketFilter(TicketFilter.Group.OPEN, ticket.gridId(), ticket.building(), null, null, null, null, null, 50);
        return lists.search(near, actor.scope()).stream()
                .filter(row -> row.id() != ticket.id())
                .sorted(Comparator.comparing((TicketRow row) -> row.category() != ticket.category())
                        .thenComparing(row -> !row.thing().equals(ticket.thing())))
                .limit(SUGGESTIONS)
                .toList();
    }
}
