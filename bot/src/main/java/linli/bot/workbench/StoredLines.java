package linli.bot.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines that were said, with how they were read then. Looking at one is noted. */
@Component
@Transactional
public class StoredLines {

    private final Told told;
    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final ChatGroups groups;
    private final AuditLog audit;

    StoredLines(Told told, Tickets tickets, GroupTickets groupTickets, ChatGroups groups, AuditLog audit) {
        this.told = told;
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.groups = groups;
        this.audit = audit;
    }

    /**
     * A line and its reading.
     *
     * @param words masked; empty once they expired
     * @param level null when nothing was kept of the reading: chat
     * @param ticket what it was put to; null for nothing
     */
    public record Seen(
            long id,
            Instant at,
            ChatGroup group,
            String words,
            String level,
            String intent,
            String action,
            String category,
            List<String> predicates,
            List<String> vetoes,
            int request,
            String versions,
            Ticket ticket) {}

    /**
     * @throws NotFound when there is no such line, or it is not this person's to see
     * @throws NotAllowed when it belongs to a restricted ticket
     */
    public Seen seen(long messageId, Actor actor) {
        StoredMessage line = told.byIds(List.of(messageId)).stream().findFirst().orElseThrow(() -> new NotFound("problem.parser.line"));
        Optional<Ticket> ticket = groupTickets.ofLine(messageId).map(tickets::get);
        ChatGroup group = groups.findByExternalId(line.chatId()).orElseThrow(() -> new NotFound("problem.parser.line"));
        boolean mine = actor.scope().covers(group.gridId(), null) || actor.is(Role.ADMIN);
        if (!mine) {
            throw new NotFound("problem.parser.line");
        }
        if (ticket.isPresent() && !tickets.mayRead(ticket.get(), actor)) {
            throw new NotAllowed("problem.ticket.restricted");
        }
        audit.add(actor.ref(), "parser.line", "message:" + messageId, null);
        return seen(line, group, told.readingOf(messageId), ticket.orElse(null));
    }

    private static Seen seen(StoredMessage line, ChatGroup group, Optional<Told.Reading> read, Ticket ticket) {
        String words = line.recalledAt() != null ? "" : line.textMasked();
        return read.map(reading -> new Seen(line.id(), line.sentAt(), group, words, reading.level(), reading.intent(), reading.action(),
                        reading.category(), parts(reading.predicates()), parts(reading.vetoes()), (int) Math.round(reading.request() * 100),
                        reading.lexiconVersion() + " / " + reading.modelVersion(), ticket))
                .orElseGet(() -> new Seen(line.id(), line.sentAt(), group, words, null, null, null, null, List.of(), List.of(), 0, "", ticket));
    }

    private static List<String> parts(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }
}
