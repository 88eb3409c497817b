package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static linli.bot.ticket.TicketFixtures.lift;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What a group hears, word for word, and when. The day of the walkthrough, played on a held clock. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class AnnouncementsTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    Announcements announcements;

    @Autowired
    NightLadder ladder;

    @Autowired
    Outbox outbox;

    @Autowired
    Settings settings;

    ChatGroup group;

    @BeforeEach
    void aGroup() {
        given.setUp();
        given.holdAt("2026-07-14T18:42:05");
        settings.change("settle", "90s");
        settings.change("spacing", "10m");
        group = given.newGroup();
    }

    @AfterEach
    void forget() {
        for (String key : List.of("settle", "spacing", "daily-lines", "phone.gas")) {
            settings.change(key, null);
        }
    }

    private void goTo(String local) {
        given.holdAt(local);
        announcements.sendDue();
    }

    private Ticket open(String local, Level level, linli.bot.parsing.Trouble trouble) {
        given.holdAt(local);
        return tickets.open(given.said(group, level, trouble, "wmZhang", at(local)));
    }

    /** What went out about these tickets, oldest first. */
    private List<Line> lines(Ticket... of) {
        List<Long> ids = new ArrayList<>();
        for (Ticket ticket : of) {
            tickets.history(ticket.id()).stream().filter(e -> e.is(TicketEvent.Noted.SAID)).map(TicketEvent::lineId).forEach(ids::add);
        }
        return outbox.byIds(ids.stream().distinct().toList()).stream().sorted(java.util.Comparator.comparing(Line::id)).toList();
    }

    private List<String> heard(Ticket... of) {
        return lines(of).stream().map(Line::text).toList();
    }

    private void join(Ticket ticket, int from, int to, String local) {
        given.holdAt(local);
        for (int i = from; i <= to; i++) {
            groupTickets.join(ticket.id(), "wmVoice" + i, given.say(group, "wmVoice" + i, "我家也是", at(local)), at(local));
        }
    }

    @Test
    void theLiftOfTheWalkthroughIsToldInFourLines() {
        Ticket lift = open("2026-07-14T18:42:05", Level.TICKET, lift());
        String no = lift.no();
        groupTickets.widen(lift.id(), new Place(List.of(), List.of("2"), null, null, null), lift.createdAt());
        join(lift, 2, 3, "2026-07-14T18:43:20");
        goTo("2026-07-14T18:43:34");
        assertThat(heard(lift)).isEmpty();
        assertThat(announcements.nextDue(at("2026-07-14T18:43:34"))).contains(at("2026-07-14T18:43:35"));
        goTo("2026-07-14T18:43:35");
        assertThat(heard(lift)).containsExactly("【已登记】12栋2单元电梯停运，单号 " + no
                + "。已有 3 位邻居反映，合并为一件办理。网格员会联系物业核实，进展在本群回复。若有人被困，请按轿厢内紧急呼叫键、不要扒门，并拨打 119。");
        join(lift, 4, 10, "2026-07-14T18:45:00");
        goTo("2026-07-14T18:51:00");
        Long weibao = given.staff.unit("weibao").orElseThrow().id();
        tickets.act(no, TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(0, null, "20:00 前到场", null, weibao, null, null, true));
        goTo("2026-07-14T18:53:34");
        assertThat(heard(lift)).hasSize(1);
        goTo("2026-07-14T18:53:35");
        assertThat(heard(lift)).hasSize(2).last().isEqualTo("【已受理】" + no + " 12栋2单元电梯：已有 10 位邻居反映；网格员已受理，维保人员预计 20:00 前到场。");
        given.holdAt("2026-07-14T20:12:00");
        tickets.act(no, TicketAction.RESOLVE, given.actor("wangge2"), new ActionForm(null, "20:10 恢复运行", null, null, null, null, null, true));
        announcements.sendDue();
        assertThat(heard(lift)).hasSize(3).last().isEqualTo(
                "【已办结】" + no + " 12栋2单元电梯 20:10 恢复运行。没解决请回复“没解决 " + lift.digits() + "”；满意可回复“满意 " + lift.digits() + "”。");
        given.holdAt("2026-07-14T21:05:00");
        Ticket again = tickets.act(no, TicketAction.REOPEN, Actor.resident("wmVoice2", "李**"), ActionForm.EMPTY);
        announcements.sendDue();
        assertThat(heard(lift)).hasSize(4).last().isEqualTo("【重新办理】" + no + " 已重新转网格员办理，有进展在本群回复。");
        assertThat(again.resolveBy()).isEqualTo(at("2026-07-15T09:05:00"));
        given.holdAt("2026-07-14T21:08:00");
        tickets.act(no, TicketAction.NOTE, given.actor("wangge2"), ActionForm.of("补充：已联系维保，预计 21:40 到场"));
        given.holdAt("2026-07-14T21:20:00");
        announcements.sendDue();
        assertThat(heard(lift)).hasSize(4);
        assertThat(announcements.progress(tickets.get(lift.id())))
                .isEqualTo("【进度】" + no + " 12栋2单元电梯：办理中（第 2 次）。21:08 网格员已联系维保，预计 21:40 到场。");
    }

    @Test
    void acceptedWithoutPromiseOrMoreVoicesIsShort() {
        Ticket lamp = open("2026-07-14T10:00:00", Level.TICKET, lamp());
        goTo("2026-07-14T10:01:30");
        assertThat(heard(lamp)).containsExactly("【已登记】12栋楼道灯，单号 " + lamp.no() + "。网格员会核实处理，进展在本群回复。");
        goTo("2026-07-14T10:20:00");
        tickets.act(lamp.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        announcements.sendDue();

        assertThat(heard(lamp)).last().isEqualTo("【已受理】" + lamp.no() + " 12栋楼道灯：网格员已受理。");
    }

    @Test
    void atNightALampWaitsForTheMorningAndALiftDoesNot() {
        Ticket lamp = open("2026-07-14T22:40:00", Level.TICKET, lamp());
        goTo("2026-07-14T23:00:00");
        assertThat(heard(lamp)).isEmpty();
        goTo("2026-07-15T07:29:59");
        assertThat(heard(lamp)).isEmpty();
        goTo("2026-07-15T07:30:00");
        assertThat(heard(lamp)).containsExactly("【已登记】12栋楼道灯，单号 " + lamp.no() + "。网格员会核实处理，进展在本群回复。");

        group = given.newGroup();
        Ticket lift = open("2026-07-15T23:00:00", Level.TICKET, lift("1"));
        goTo("2026-07-15T23:01:30");
        assertThat(heard(lift)).hasSize(1);
        tickets.act(lift.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        goTo("2026-07-16T07:00:00");
        assertThat(heard(lift)).hasSize(1);
        goTo("2026-07-16T07:30:00");
        assertThat(heard(lift)).hasSize(2);
    }

    @Test
    void whoAddressesTheAssistantIsAnsweredAtOnceAtNightToo() {
        Instant now = at("2026-07-14T22:40:00");
        given.clocks.move(now, true);
        Ticket lamp = tickets.open(Opening.said(
                Level.TICKET, lamp(), group.id(), group.gridId(), "wmZhang", List.of(given.say(group, "wmZhang", "@小助手 楼道灯坏了", now)), now, false, true));

        assertThat(heard(lamp)).containsExactly("【已登记】12栋楼道灯，单号 " + lamp.no()
                + "。网格员会核实处理，进展在本群回复。夜间已登记，工作人员 7月15日（周三） 09:00 后处理。");
        assertThat(lines(lamp).get(0).reason()).isEqualTo("ack");
        assertThat(outbox.lastUnsolicited(group.externalChatId())).isEmpty();
    }

    @Test
    void twoTroublesOfOneMessageAreToldInOneLine() {
        Instant now = at("2026-07-14T10:00:00");
        given.clocks.move(now, true);
        long line = given.say(group, "wmZhang", "我们这栋水小得很，另外单元门也关不上", now);
        Ticket water = tickets.open(Opening.said(
                Level.TICKET, TicketFixtures.of("water-low", Category.UTIL, "水压小", Urgency.P2, false, "registered"),
                group.id(), group.gridId(), "wmZhang", List.of(line), now, false, false));
        Ticket door = tickets.open(Opening.said(
                Level.TICKET, TicketFixtures.of("door", Category.FACIL, "单元门关不上", Urgency.P2, false, "registered"),
                group.id(), group.gridId(), "wmZhang", List.of(line), now, false, false));
        goTo("2026-07-14T10:01:30");

        assertThat(heard(water, door)).containsExactly(
                "【已登记】12栋：①水压小，单号 " + water.no() + "；②单元门关不上，单号 " + door.no() + "。网格员会核实处理，进展在本群回复。");
    }

    @Test
    void aRestrictedTicketGetsItsNeutralLineAndNothingMore() {
        Ticket noise = open(
                "2026-07-14T10:00:00", Level.TICKET, TicketFixtures.of("neighbour-noise", Category.NOISE, "噪音扰民", Urgency.P2, true, "neighbour-noise"));
        goTo("2026-07-14T10:01:30");
        join(noise, 2, 6, "2026-07-14T10:30:00");
        tickets.act(noise.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        goTo("2026-07-14T12:00:00");

        assertThat(heard(noise)).containsExactly(
                "【已收到】已转社区工作人员单独联系您；正在扰民且劝阻无效的，可拨打 110。为保护双方隐私，请不要在群里点名。");
        assertThat(announcements.progress(tickets.get(noise.id()))).doesNotContain("噪音").doesNotContain("12栋");
    }

    @Test
    void aGuessIsNeverToldUnlessAPersonConfirmsAndWantsIt() {
        Ticket guess = open("2026-07-14T10:00:00", Level.CANDIDATE, lamp());
        goTo("2026-07-14T10:30:00");
        assertThat(heard(guess)).isEmpty();
        tickets.act(guess.no(), TicketAction.CONFIRM, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        announcements.sendDue();

        assertThat(heard(guess)).containsExactly("【已登记】12栋楼道灯，单号 " + guess.no() + "。网格员会核实处理，进展在本群回复。");
    }

    @Test
    void aWithdrawnTicketIsNotAcknowledged() {
        Ticket lamp = open("2026-07-14T10:00:00", Level.TICKET, lamp());
        tickets.act(lamp.no(), TicketAction.WITHDRAW, Actor.resident("wmZhang", ""), ActionForm.EMPTY);
        goTo("2026-07-14T10:01:30");

        assertThat(heard(lamp)).isEmpty();
    }

    @Test
    void whoAsksForItsWithdrawalIsAnsweredWithWhatHappened() {
        ActionForm tell = new ActionForm(null, null, null, null, null, null, null, true);
        Actor zhang = Actor.resident("wmZhang", "张**");
        Ticket alone = open("2026-07-14T10:00:00", Level.TICKET, lamp());
        tickets.act(alone.no(), TicketAction.WITHDRAW, zhang, tell);
        Ticket shared = open("2026-07-14T10:00:00", Level.TICKET, lift());
        join(shared, 2, 2, "2026-07-14T10:00:30");
        tickets.act(shared.no(), TicketAction.WITHDRAW, zhang, tell);

        assertThat(heard(alone)).containsExactly("【已撤销】单号 " + alone.no() + " 已按您的要求撤销。");
        assertThat(heard(shared)).containsExactly("【已撤回】您的反映已从单号 " + shared.no() + " 撤回，其他邻居的反映继续办理。");
    }

    @Test
    void aLiftThatIsAcceptedWhileItsLineSettlesKeepsItsAdvice() {
        Ticket lift = open("2026-07-14T10:00:00", Level.TICKET, lift());
        tickets.act(lift.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        goTo("2026-07-14T10:01:30");
        assertThat(heard(lift)).singleElement().asString().endsWith("并拨打 119。");
        goTo("2026-07-14T10:11:30");

        assertThat(heard(lift)).last().isEqualTo("【已受理】" + lift.no() + " 12栋电梯：网格员已受理。");
    }

    @Test
    void aCounterTicketHasNoGroupAndSaysNothing() {
        Ticket counter = tickets.open(Opening.written(Source.COUNTER, lamp(), given.grid, at("2026-07-14T18:42:05")));
        tickets.act(counter.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        goTo("2026-07-14T19:30:00");

        assertThat(heard(counter)).isEmpty();
    }

    @Test
    void aRefusalNamesTheWayElsewhere() {
        settings.change("phone.community", "023-68000000");
        Ticket lamp = open("2026-07-14T10:00:00", Level.TICKET, lamp());
        goTo("2026-07-14T10:01:30");
        tickets.act(lamp.no(), TicketAction.REJECT, given.actor("qiantai1"), new ActionForm(null, null, null, null, null, "NOT_OURS", null, true));
        goTo("2026-07-14T10:20:00");
        settings.change("phone.community", null);

        assertThat(heard(lamp)).last().isEqualTo("【不受理】" + lamp.no() + "：非职责范围。有异议可联系社区 023-68000000 申请复核。");
    }

    @Test
    void twoSweepsAtOnceSayOneLine() throws Exception {
        Ticket lamp = open("2026-07-14T10:00:00", Level.TICKET, lamp());
        given.holdAt("2026-07-14T10:02:00");
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        for (var done : pool.invokeAll(java.util.Collections.nCopies(4, announcements::sendDue))) {
            done.get();
        }
        pool.shutdown();

        assertThat(heard(lamp)).hasSize(1);
    }

    @Test
    void updatesBeyondTheDaysBudgetComeInOneLineInTheEvening() {
        settings.change("daily-lines", "2");
        Ticket lamp = open("2026-07-14T09:00:00", Level.TICKET, lamp());
        goTo("2026-07-14T09:01:30");
        Ticket lift = open("2026-07-14T10:00:00", Level.TICKET, lift("1"));
        goTo("2026-07-14T10:01:30");
        assertThat(heard(lamp, lift)).hasSize(2);
        given.holdAt("2026-07-14T11:00:00");
        for (Ticket each : List.of(lamp, lift)) {
            tickets.act(each.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        }
        goTo("2026-07-14T12:00:00");
        assertThat(heard(lamp, lift)).hasSize(2);
        goTo("2026-07-14T20:30:00");

        assertThat(heard(lamp, lift)).hasSize(3).last().isEqualTo(
                "【今日汇总】①" + lamp.no() + " 12栋楼道灯：已受理；②" + lift.no() + " 12栋1单元电梯：已受理。");
    }

    @Test
    void anEmergencyCallsTheDutyFirstAndClimbsUntilAPersonTaps() {
        settings.change("phone.gas", "023-67999999");
        Ticket gas = open("2026-07-14T23:00:00", Level.EMERGENCY, TicketFixtures.of("gas", Category.UTIL, "燃气泄漏", Urgency.P0, false, "gas"));

        assertThat(heard(gas)).containsExactly("【紧急】闻到燃气味：禁止明火，不开关灯和电器，不按门铃、不乘电梯，不在现场打电话。能安全做到时开窗、关阀；走楼梯到室外，再拨打燃气抢修 023-67999999 或 119。正在通知值班人员（单号 "
                + gas.no() + "）。小助手不能代替报警。");
        List<Line> cards = cards(gas);
        assertThat(cards).isNotEmpty().allMatch(card -> card.route() == Route.STAFF_APP);
        assertThat(cards.get(0).id()).isLessThan(lines(gas).get(0).id());
        int first = cards.size();
        given.holdAt("2026-07-14T23:02:59");
        assertThat(ladder.escalate()).isZero();
        assertThat(ladder.nextDue(at("2026-07-14T23:02:59"))).contains(at("2026-07-14T23:03:00"));
        given.holdAt("2026-07-14T23:03:00");
        ladder.escalate();
        assertThat(cards(gas)).hasSizeGreaterThan(first).last().extracting(Line::target).isEqualTo("qiantai1");
        given.holdAt("2026-07-14T23:05:00");
        ladder.escalate();
        tickets.act(gas.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));
        int called = cards(gas).size();
        given.holdAt("2026-07-14T23:30:00");
        ladder.escalate();

        assertThat(cards(gas)).hasSize(called).noneMatch(card -> card.target().equals("lingdao1"));
        assertThat(heard(gas)).last().isEqualTo("【已响应】单号 " + gas.no() + "：值班人员已响应，正在处理。");
    }

    @Test
    void whoIsToComeIsNamedOnceAndIsWhoeverTheMatterReallyBelongsTo() {
        long water = given.staff.putUnit("gongshui", "供水公司", null).id();
        Ticket first = open("2026-07-14T09:00:00", Level.TICKET, TicketFixtures.of("gas-out", Category.UTIL, "停气", Urgency.P1, false, "registered"));
        tickets.act(first.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(0, null, "11:00 前到场", null, water, null, null, true));
        goTo("2026-07-14T09:01:30");
        assertThat(heard(first)).last().asString().endsWith("网格员已受理，燃气公司人员预计 11:00 前到场。");

        group = given.newGroup();
        Ticket second = open("2026-07-14T09:10:00", Level.TICKET, TicketFixtures.of("gas-out", Category.UTIL, "停气", Urgency.P1, false, "registered"));
        tickets.act(second.no(), TicketAction.ACCEPT, given.actor("wangge2"), new ActionForm(0, null, "燃气公司 11:00 前到场", null, water, null, null, true));
        goTo("2026-07-14T09:11:30");
        assertThat(heard(second)).last().asString().endsWith("网格员已受理，燃气公司 11:00 前到场。");
    }

    @Test
    void withNobodyTappingTheLeaderIsCalledAfterTenMinutes() {
        Ticket fire = open("2026-07-14T23:00:00", Level.EMERGENCY, TicketFixtures.of("fire", Category.FIRE, "火情", Urgency.P0, false, "fire"));
        given.holdAt("2026-07-14T23:10:00");
        for (int i = 0; i < 3; i++) {
            ladder.escalate();
        }

        assertThat(cards(fire)).last().extracting(Line::target).isEqualTo("lingdao1");
        assertThat(ladder.of(fire.id()).orElseThrow().dueAt()).isNull();
        assertThat(tickets.history(fire.id())).filteredOn(e -> e.is(TicketEvent.Noted.CALLED)).extracting(TicketEvent::note).last().asString().contains("街道领导");
    }

    private List<Line> cards(Ticket ticket) {
        return outbox.byIds(tickets.history(ticket.id()).stream().filter(e -> e.is(TicketEvent.Noted.CALLED)).map(TicketEvent::lineId).toList()).stream()
                .sorted(java.util.Comparator.comparing(Line::id))
                .toList();
    }
}
