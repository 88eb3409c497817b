package linli.bot.entry;

import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.parsing.PersonalData;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.ticket.RawLine;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words behind a ticket with nothing masked: names, numbers, rooms. Only the lines it was made from, only for its grid's
 * worker and the desk, only with a reason, and the reason is in the audit log before anything is shown.
 */
@Component
@Transactional
public class Unmasking {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 100;

    private final Tickets tickets;
    private final Entries entries;
    private final AuditLog audit;

    Unmasking(Tickets tickets, Entries entries, AuditLog audit) {
        this.tickets = tickets;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * @param written what staff wrote down, null when nothing was
     * @param phone the number that was left, or null
     */
    public record Seen(List<RawLine> lines, String written, String phone) {}

    /** Whether this person may ask at all; a unit's contact, a leader, an administrator may not (E4). */
    public boolean mayAsk(Ticket ticket, Actor actor) {
        return (actor.is(Role.GRID) || actor.is(Role.DESK)) && tickets.mayRead(ticket, actor);
    }

    /**
     * @throws NotFound when there is no such ticket in this person's scope
     * @throws NotAllowed when the role forbids it
     * @throws Invalid when the reason is missing, too short, or itself holds somebody's number
     */
    public Seen open(String no, String reason, Actor actor) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        if (!mayAsk(ticket, actor)) {
            throw new NotAllowed("problem.unmask.role");
        }
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST || !PersonalData.find(why).isEmpty()) {
            throw new Invalid("problem.unmask.reason", String.valueOf(SHORTEST), String.valueOf(LONGEST));
        }
        audit.add(actor.ref(), "words.unmasked", "ticket:" + no, why);
        Optional<Entries.Unmasked> written = entries.unmasked(ticket.id());
        return new Seen(
                tickets.rawLines(ticket.id(), actor), written.map(Entries.Unmasked::words).orElse(null), written.map(Entries.Unmasked::phone).orElse(null));
    }
}
