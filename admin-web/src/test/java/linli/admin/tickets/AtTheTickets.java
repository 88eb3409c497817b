package linli.admin.tickets;

import static linli.admin.security.AsStaff.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import linli.admin.AtTheConsole;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tickets about the lift of a building, and two colleagues of its grid. */
public abstract class AtTheTickets extends AtTheConsole {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    protected Inbox inbox;

    protected Staff colleague;
    protected ChatGroup group;

    @BeforeEach
    void aGroupAndAColleague() {
        colleague = person("fuwang2", "刘洋", Role.GRID, second);
        group = group("wr12", "12栋邻里群", twelve);
    }

    protected Ticket open(Level level, boolean restricted, String words) {
        int n = COUNTER.incrementAndGet();
        Instant at = clock.now();
        Trouble trouble = new Trouble(
                "lift-stopped", Category.ELEV, "电梯", "电梯停运", Urgency.P1, true, restricted,
                new Place(List.of("12"), List.of("2"), null, null, null), Trouble.PlaceSource.GROUP, "lift");
        return transaction.execute(status -> {
            inbox.append(List.of(new IncomingMessage(
                    "wecom", "desk-" + n, 900_000 + n, "wr12", "wm" + n, IncomingMessage.Kind.TEXT, words, null, null, null, at)));
            return tickets.open(Opening.said(level, trouble, group.id(), group.gridId(), "wm" + n, List.of(), at, false, false));
        });
    }

    protected MvcTestResult act(Staff person, Ticket ticket, TicketAction action, int version) {
        return mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(person)).with(csrf())
                .param("action", action.name()).param("version", String.valueOf(version))
                .param("expected", "今天 12:00 前检修").param("tell", "true").exchange();
    }

    protected Ticket now(Ticket ticket) {
        return tickets.find(ticket.no(), DataScope.COMMUNITY).orElseThrow();
    }

    /** The vendor's id of what the last ticket was opened with. */
    protected static String lastLine() {
        return "desk-" + COUNTER.get();
    }
}
