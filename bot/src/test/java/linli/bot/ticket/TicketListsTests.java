package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class TicketListsTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    Pressing pressing;

    private final Instant said = at("2026-07-14T10:00:00");
    private ChatGroup group;
    private Actor worker;
    private DataScope scope;

    @BeforeEach
    void aGroup() {
        given.setUp();
        given.clocks.move(said, true);
        group = given.newGroup();
        worker = given.actor("wangge2");
        scope = worker.scope();
    }

    private Ticket opened(Trouble trouble, String words, Instant when) {
        return tickets.open(Opening.said(
                Level.TICKET, trouble, group.id(), group.gridId(), "wmZhang", List.of(given.say(group, "wmZhang", words, when)), when, false, false));
    }

    private List<String> found(String words) {
        return tickets.search(new TicketFilter(null, null, null, null, words, null, null, null, 50), scope).stream().map(TicketRow::no).toList();
    }

    @Test
    void everyWordIsFoundInTheTicketOrInWhatWasSaidBehindIt() {
        Ticket lamp = opened(lamp(), "门口那只蓝孔雀石雕旁边的灯不亮", said);
        Ticket noise = opened(TicketFixtures.of("neighbour-noise", Category.NOISE, "噪音扰民", Urgency.P2, true, "neighbour-noise"), "楼上蓝孔雀叫个不停", said);

        assertThat(found("蓝孔雀")).containsExactly(lamp.no());
        assertThat(found("楼道灯 蓝孔雀")).containsExactly(lamp.no());
        assertThat(found("蓝孔雀 " + lamp.no())).containsExactly(lamp.no());
        assertThat(found("蓝孔雀 电梯停运")).isEmpty();
        assertThat(found("蓝孔雀 白鹭")).isEmpty();
        assertThat(found(noise.no())).containsExactly(noise.no());
    }

    @Test
    void anotherGridFindsNothingOfIt() {
        opened(lamp(), "门口那只金丝猴石雕旁边的灯不亮", said);

        assertThat(found("金丝猴")).hasSize(1);
        TicketFilter search = new TicketFilter(null, null, null, null, "金丝猴", null, null, null, 50);
        assertThat(tickets.search(search, given.actor("wangge1").scope())).isEmpty();
        assertThat(tickets.search(search, DataScope.NOTHING)).isEmpty();
    }

    @Test
    void whatPressesStandsOnceTheLongestOverdueFirstAndAnOldEmergencyIsNotLost() {
        Ticket danger = opened(TicketFixtures.of("fire", Category.FIRE, "火情", Urgency.P0, false, "fire"), "着火了", said);
        Ticket early = opened(lamp(), "灯不亮", said);
        Ticket later = opened(lamp(), "灯还不亮", said.plusSeconds(1200));
        given.clocks.move(said.plus(Duration.ofDays(3)), true);
        Ticket fresh = opened(lamp(), "灯又不亮", said.plus(Duration.ofDays(3)));

        assertThat(pressing.emergencies(scope, 100)).extracting(TicketRow::no).contains(danger.no()).doesNotContain(early.no());
        assertThat(pressing.overdue(scope, 200)).extracting(TicketRow::no).containsSubsequence(early.no(), later.no()).doesNotContain(danger.no(), fresh.no());
        assertThat(pressing.overdue(scope, 1)).hasSize(1);
        assertThat(pressing.soon(scope, 200)).extracting(TicketRow::no).doesNotContain(danger.no(), early.no());
        assertThat(pressing.untaken(scope, 200)).extracting(TicketRow::no).contains(fresh.no()).doesNotContain(danger.no(), early.no());
        assertThat(pressing.overdue(given.actor("wangge1").scope(), 200)).extracting(TicketRow::no).doesNotContain(early.no());
    }

    @Test
    void aNumberIsCountedNoFurtherThanItIsShown() {
        opened(lamp(), "灯不亮", said);
        opened(lamp(), "灯不亮", said);

        assertThat(tickets.counts(scope, worker).waiting()).isGreaterThanOrEqualTo(2);
        assertThat(tickets.counts(scope, worker, 1).waiting()).isEqualTo(1);
        assertThat(tickets.counts(DataScope.NOTHING, worker)).isEqualTo(new TicketCounts(0, 0, 0, 0, 0, 0));
    }
}
