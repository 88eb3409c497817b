package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Level;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Three days of 待补充, on a held clock. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class RemindersTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLists lists;

    @Autowired
    Announcements announcements;

    @Autowired
    Reminders reminders;

    @Autowired
    Outbox outbox;

    @Autowired
    Settings settings;

    @Autowired
    JdbcTemplate sql;

    private ChatGroup group;
    private Ticket ticket;

    @BeforeEach
    void aTicketInHand() {
        given.setUp();
        settings.change("settle", "0s");
        given.holdAt("2026-07-15T10:00:00");
        group = given.newGroup();
        ticket = tickets.open(given.said(group, Level.TICKET, lamp(), "wmZhang", at("2026-07-15T10:00:00")));
        tickets.act(ticket.no(), TicketAction.ACCEPT, given.actor("wangge2"), ActionForm.EMPTY);
        passTo("2026-07-15T10:00:00");
    }

    private void ask(boolean tell) {
        tickets.act(ticket.no(), TicketAction.ASK, given.actor("wangge2"), new ActionForm(null, "是几单元的灯不亮？", null, null, null, null, null, tell));
    }

    /** What the timetable does at an instant, and a route that delivers everything it is given. */
    private void passTo(String local) {
        given.holdAt(local);
        reminders.remindOrLapse();
        announcements.sendDue();
        sql.update("update outbox_message set state = 'SENT', sent_at = ? where target = ? and state = 'WAITING'",
                java.sql.Timestamp.from(at(local)), group.externalChatId());
    }

    private List<String> said() {
        List<Long> ids = tickets.history(ticket.id()).stream().filter(e -> e.is(TicketEvent.Noted.SAID)).map(TicketEvent::lineId).toList();
        return outbox.byIds(ids).stream().map(Line::text).toList();
    }

    @Test
    void theGroupIsAskedAgainAfterADayAndAfterTwoAndThenTheTicketIsClosed() {
        passTo("2026-07-15T10:20:00");
        ask(true);
        passTo("2026-07-15T10:30:00");
        passTo("2026-07-16T10:19:59");
        assertThat(said()).last().asString().startsWith("【请补充】").doesNotContain("还在等");
        assertThat(reminders.nextDue(at("2026-07-16T10:19:59"))).contains(at("2026-07-16T10:20:00"));

        passTo("2026-07-16T10:20:00");
        assertThat(said()).last().asString().contains("还在等大家补充：是几单元的灯不亮？");
        passTo("2026-07-16T10:21:00");
        passTo("2026-07-17T10:20:00");
        passTo("2026-07-18T10:19:59");
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.NEED_INFO);
        passTo("2026-07-18T10:20:00");

        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(said()).last().asString().startsWith("【已关闭】" + ticket.no());
        assertThat(said().stream().filter(line -> line.contains("还在等"))).hasSize(2);
    }

    @Test
    void aServerThatSleptDoesNotMakeUpForItAllAtOnce() {
        ask(true);
        passTo("2026-07-15T10:20:00");
        passTo("2026-07-20T10:00:00");
        passTo("2026-07-20T10:01:00");

        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.NEED_INFO);
        assertThat(said().stream().filter(line -> line.contains("还在等"))).hasSize(1);
    }

    @Test
    void whatFallsDueAtNightIsSaidInTheMorning() {
        passTo("2026-07-15T21:50:00");
        given.holdAt("2026-07-15T21:55:00");
        ask(true);
        passTo("2026-07-15T21:58:00");
        given.holdAt("2026-07-15T23:30:00");
        tickets.act(ticket.no(), TicketAction.ANSWER, Actor.SYSTEM, ActionForm.of("3单元"));
        given.holdAt("2026-07-15T23:40:00");
        tickets.act(ticket.no(), TicketAction.ASK, given.actor("wangge2"), new ActionForm(null, "哪一层？", null, null, null, null, null, true));
        passTo("2026-07-16T07:30:00");
        passTo("2026-07-16T23:45:00");
        int before = said().size();
        passTo("2026-07-17T00:00:00");
        assertThat(said()).hasSize(before);
        passTo("2026-07-17T07:30:00");

        assertThat(said()).hasSize(before + 1).last().asString().contains("还在等大家补充");
    }

    @Test
    void whatTheGroupWasNotAskedIsNotAskedAgainAndNeverLapses() {
        ask(false);
        for (int day = 16; day <= 20; day++) {
            passTo("2026-07-%d T12:00:00".formatted(day).replace(" ", ""));
        }

        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.NEED_INFO);
        assertThat(said()).noneMatch(line -> line.contains("请补充"));
    }

    @Test
    void anAnswerEndsTheReminding() {
        ask(true);
        passTo("2026-07-15T10:30:00");
        given.holdAt("2026-07-15T11:00:00");
        tickets.act(ticket.no(), TicketAction.ANSWER, Actor.SYSTEM, ActionForm.of("3单元"));
        passTo("2026-07-16T12:00:00");

        assertThat(said()).noneMatch(line -> line.contains("还在等"));
    }

    @Test
    void aPauseOverAWeekendCostsNoWorkTimeAndNothingFallsDueAtNight() {
        // Wednesday 10:00, three work days of seven hours: Monday 11:00 (the morning's second hour), counted in work time.
        assertThat(tickets.get(ticket.id()).resolveBy()).isEqualTo(at("2026-07-20T10:00:00"));
        given.holdAt("2026-07-17T17:00:00");
        ask(false);
        given.holdAt("2026-07-20T09:30:00");
        tickets.act(ticket.no(), TicketAction.ANSWER, Actor.SYSTEM, ActionForm.of("3单元"));

        // An hour of Friday and an hour of Monday were left; half an hour of Monday had passed.
        assertThat(tickets.get(ticket.id()).resolveBy()).isEqualTo(at("2026-07-20T11:30:00"));
    }

    @Test
    void aMergedTicketSaysNothingAndFallsDueForNobody() {
        Ticket other = tickets.open(given.said(group, Level.TICKET, lamp(), "wmLi", at("2026-07-15T10:00:00")));
        Actor desk = given.actor("qiantai1");
        int before = lists.search(TicketFilter.of(TicketFilter.Group.OVERDUE), desk.scope()).size();
        tickets.act(other.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, ticket.no(), true));
        passTo("2026-07-22T10:00:00");

        assertThat(tickets.history(other.id())).noneMatch(e -> e.is(TicketEvent.Noted.SAID) && e.at().isAfter(at("2026-07-15T12:00:00")));
        assertThat(lists.search(TicketFilter.of(TicketFilter.Group.OVERDUE), desk.scope())).extracting(TicketRow::no).doesNotContain(other.no());
        assertThat(before).isNotNegative();
    }

    @Test
    void anotherCategoryIsAnotherClock() {
        Ticket before = tickets.get(ticket.id());
        Ticket after = tickets.act(ticket.no(), TicketAction.RECLASSIFY, given.actor("qiantai1"),
                ActionForm.reclassify(null, null, linli.bot.parsing.Urgency.P1));

        assertThat(after.resolveBy()).isBefore(before.resolveBy()).isEqualTo(at("2026-07-16T10:00:00"));
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }
}
