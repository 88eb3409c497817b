package linli.bot.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** A list of tickets as a spreadsheet: what the person may see, page by page, so that length costs no memory. */
@Component
public class TicketExports {

    private static final int PAGE = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Tickets tickets;
    private final TicketLists lists;
    private final AuditLog audit;

    TicketExports(Tickets tickets, TicketLists lists, AuditLog audit) {
        this.tickets = tickets;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * Asks before anything is written, and notes it in the audit log.
     *
     * @param words whether residents' words come along, masked: for desk and leader, with a reason
     */
    public void allow(Actor actor, boolean words, String reason, String what) {
        boolean said = reason != null && !reason.isBlank();
        if (words && !actor.is(Role.DESK) && !actor.is(Role.LEADER)) {
            throw new NotAllowed("problem.export.words");
        }
        if (words && !said) {
            throw new Invalid("problem.export.reason");
        }
        audit.add(actor.ref(), words ? "export.words" : "export.tickets", "tickets:" + what, said ? reason.strip() : null);
    }

    /** Writes the list; {@link #allow} comes before. @return how many tickets */
    public int write(TicketFilter filter, Actor actor, boolean words, OutputStream out) throws IOException {
        int rows = 0;
        try (SheetWriter sheet = new SheetWriter(out, Texts.of("export.sheet"))) {
            List<String> head = new ArrayList<>(List.of(Texts.of("export.columns").split(Texts.of("list.separator"))));
            if (words) {
                head.add(Texts.of("export.words"));
            }
            sheet.row(head);
            TicketFilter page = new TicketFilter(
                    filter.group(), filter.gridId(), filter.building(), filter.category(), filter.text(), filter.ownerId(), filter.chatGroupId(),
                    null, PAGE);
            List<TicketRow> found = lists.search(page, actor.scope());
            while (!found.isEmpty()) {
                for (TicketRow row : found) {
                    sheet.row(cells(row, actor, words));
                }
                rows += found.size();
                found = lists.search(page.after(found.get(found.size() - 1).id()), actor.scope());
            }
        }
        return rows;
    }

    private List<String> cells(TicketRow row, Actor actor, boolean words) {
        List<String> cells = new ArrayList<>(List.of(
                row.no(), row.placeLabel(), row.matter(), Texts.label(row.category()), Texts.label(row.urgency()), Texts.label(row.status()),
                String.valueOf(row.voices()), text(row.ownerName()), text(row.unitName()), time(row.createdAt()), time(row.respondBy()),
                time(row.resolveBy()), String.valueOf(row.reopenCount())));
        if (words) {
            Ticket ticket = tickets.get(row.id());
            cells.add(!tickets.mayRead(ticket, actor) ? "" : tickets.lines(row.id(), actor).stream()
                    .filter(TicketLine::counted)
                    .map(TicketLine::text)
                    .filter(said -> said != null && !said.isBlank())
                    .collect(Collectors.joining("\n")));
        }
        return cells;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String time(Instant at) {
        return at == null ? "" : TIME.format(at.atZone(CommunityClock.ZONE));
    }
}
