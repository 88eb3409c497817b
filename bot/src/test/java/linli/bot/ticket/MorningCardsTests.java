package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static linli.bot.ticket.TicketFixtures.lift;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.morning.MorningCards;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The card of 07:30, on a held clock. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0", "linli.morning.console=https://desk.example"})
@Import(NobodyListens.class)
class MorningCardsTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    MorningCards mornings;

    @Autowired
    JdbcTemplate sql;

    private ChatGroup group;

    @BeforeEach
    void aGroup() {
        given.setUp();
        given.holdAt("2026-07-14T19:00:00");
        group = given.newGroup();
    }

    private Ticket open(String local, Level level, linli.bot.parsing.Trouble trouble, String speaker, String words) {
        given.holdAt(local);
        long line = given.say(group, speaker, words, at(local));
        return tickets.open(Opening.said(level, trouble, group.id(), group.gridId(), speaker, List.of(line), at(local), false, false));
    }

    private List<String> cards(String userid) {
        return sql.queryForList("select text from outbox_message where key like 'morning:%' and target = ? order by id", String.class, userid);
    }

    @Test
    void eachWorkerOfTheGridGetsOneCardAtTheEndOfTheNight() {
        Actor worker = given.actor("wangge2");
        Ticket left = open("2026-07-14T19:00:00", Level.TICKET, lift("2"), "wmA", "电梯停了");
        tickets.act(left.no(), TicketAction.ACCEPT, worker, ActionForm.EMPTY);
        Ticket gas = open("2026-07-14T22:51:00", Level.EMERGENCY, TicketFixtures.of("gas", Category.FIRE, "疑似燃气味", Urgency.P0, false, "gas"), "wmB", "好大的燃气味");
        tickets.act(gas.no(), TicketAction.ACCEPT, worker, ActionForm.EMPTY);
        Ticket lamp = open("2026-07-15T06:00:00", Level.TICKET, lamp(), "wmC", "楼道灯不亮");
        open("2026-07-15T06:30:00", Level.CANDIDATE, lamp(), "wmD", "楼梯间黑漆麻黑的");

        given.holdAt("2026-07-15T07:29:59");
        assertThat(mornings.sendDue()).isZero();
        assertThat(mornings.nextDue(at("2026-07-15T07:29:59"))).contains(at("2026-07-15T07:30:00"));
        given.holdAt("2026-07-15T07:30:00");
        assertThat(mornings.sendDue()).isEqualTo(2);
        assertThat(mornings.sendDue()).isZero();

        assertThat(cards("fuwang2")).hasSize(1);
        assertThat(cards("wangge1")).isEmpty();
        assertThat(cards("wangge2")).singleElement().asString()
                .contains("早报】7月15日 07:30", "夜间新增 3 条：紧急 1（已处置）、待受理 1、线索 1", "昨日未结｜12栋2单元电梯｜",
                        "① 紧急｜12栋｜疑似燃气味｜22:51 报，已受理", "② 待受理｜12栋｜楼道灯｜", "③ 线索｜12栋｜“楼梯间黑漆麻黑的”｜疑似与②相同",
                        "受理②：https://desk.example/tickets/accept?no=" + lamp.no())
                .doesNotContain("wm", "陈静");
        Instant due = at("2026-07-15T07:30:00");
        assertThat(sql.queryForObject("select min(not_before) from outbox_message where key like 'morning:%'", java.sql.Timestamp.class).toInstant()).isEqualTo(due);
    }

    @Test
    void aMorningThatWasMissedIsNotToldAtNoon() {
        open("2026-07-10T23:00:00", Level.TICKET, lamp(), "wmC", "楼道灯不亮");
        given.holdAt("2026-07-11T12:00:00");

        assertThat(mornings.sendDue()).isZero();
    }
}
