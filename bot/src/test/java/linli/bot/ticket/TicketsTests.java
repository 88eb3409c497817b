package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static linli.bot.ticket.TicketFixtures.lift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class TicketsTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLists lists;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    Splits splits;

    ChatGroup group;
    final Instant said = at("2026-07-14T18:42:05");

    @BeforeEach
    void aGroup() {
        given.setUp();
        given.clocks.move(said, true);
        group = given.newGroup();
    }

    private Ticket opened() {
        return tickets.open(given.said(group, Level.TICKET, lift(), "wmZhang", said));
    }

    @Test
    void aTicketIsNumberedByTheDayAndGoesToItsGridsWorker() {
        Ticket first = opened();
        Ticket second = opened();

        assertThat(first.no()).matches("260714-\\d{3,4}");
        assertThat(Integer.parseInt(second.digits())).isEqualTo(Integer.parseInt(first.digits()) + 1);
        assertThat(first.placeLabel()).isEqualTo("12栋");
        assertThat(first.gridId()).isEqualTo(given.grid);
        assertThat(first.ownerId()).isEqualTo(given.actor("wangge2").staffId());
        assertThat(first.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(first.voices()).isEqualTo(1);
        assertThat(tickets.history(first.id())).extracting(TicketEvent::kind).contains("OPENED");
    }

    @Test
    void aPersonIsCountedOnceAndFiveMakeItMoreUrgent() {
        Ticket ticket = tickets.open(given.said(group, Level.TICKET, lamp(), "wm0", said));

        for (int i = 0; i < 5; i++) {
            boolean fresh = groupTickets.join(ticket.id(), "wm" + i, given.say(group, "wm" + i, "我家也是", said), said);
            assertThat(fresh).isEqualTo(i > 0);
        }

        assertThat(tickets.get(ticket.id()).voices()).isEqualTo(5);
        assertThat(tickets.get(ticket.id()).urgency()).isEqualTo(Urgency.P1);
    }

    @Test
    void aNeighbourNamesTheUnit() {
        Ticket ticket = opened();

        groupTickets.widen(ticket.id(), new Place(List.of(), List.of("2"), null, null, null), ticket.createdAt());
        groupTickets.widen(ticket.id(), new Place(List.of(), List.of("1"), null, null, null), ticket.createdAt());
        groupTickets.widen(ticket.id(), new Place(List.of("15"), List.of("3"), null, null, null), ticket.createdAt());

        assertThat(tickets.get(ticket.id()).placeLabel()).isEqualTo("12栋1、2单元");
        assertThat(tickets.history(ticket.id())).filteredOn(e -> e.is(TicketEvent.Noted.WIDENED)).hasSize(2);
    }

    @Test
    void theLastDigitsAreEnoughInTheTicketsOwnGroupForAWeek() {
        Ticket ticket = opened();
        String short_ = String.valueOf(Integer.parseInt(ticket.digits()));

        assertThat(groupTickets.byDigits(group.id(), ticket.digits()).one()).contains(tickets.get(ticket.id()));
        assertThat(groupTickets.byDigits(group.id(), short_).one()).isPresent();
        assertThat(groupTickets.byDigits(group.id(), ticket.no()).one()).isPresent();
        assertThat(groupTickets.byDigits(given.newGroup().id(), ticket.digits()).tickets()).isEmpty();
        given.clocks.move(said.plus(Duration.ofDays(8)), true);
        assertThat(groupTickets.byDigits(group.id(), ticket.digits()).tickets()).isEmpty();
        assertThat(groupTickets.byDigits(group.id(), ticket.no()).one()).isPresent();
        assertThat(groupTickets.byDigits(group.id(), "x").tickets()).isEmpty();
    }

    @Test
    void whoeverComesSecondIsToldByWhomItWasChanged() {
        Ticket ticket = opened();
        ActionForm seen = new ActionForm(ticket.version(), null, null, null, null, null, null, false);
        tickets.act(ticket.no(), TicketAction.ACCEPT, given.actor("fuwang2"), seen);

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.ACCEPT, given.actor("wangge2"), seen))
                .isInstanceOf(Conflict.class)
                .hasMessage("内容已被小刘更新，请刷新后再提交。");
    }

    @Test
    void aDoubleClickIsOneAcceptance() throws Exception {
        Ticket ticket = opened();
        Actor worker = given.actor("wangge2");
        ActionForm form = new ActionForm(ticket.version(), null, "20:00 前到场", null, null, null, null, true);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<Ticket> tap = () -> tickets.act(ticket.no(), TicketAction.ACCEPT, worker, form);
        for (Future<Ticket> done : two.invokeAll(List.of(tap, tap))) {
            assertThat(done.get().status()).isEqualTo(TicketStatus.ACCEPTED);
        }
        two.shutdown();

        assertThat(tickets.history(ticket.id())).filteredOn(e -> e.is(TicketAction.ACCEPT)).hasSize(1);
    }

    @Test
    void anotherGridSeesNothing() {
        Ticket ticket = opened();
        Actor elsewhere = given.actor("wangge1");

        assertThat(tickets.find(ticket.no(), elsewhere.scope())).isEmpty();
        assertThat(tickets.find(ticket.no(), DataScope.NOTHING)).isEmpty();
        TicketFilter here = new TicketFilter(null, null, null, null, null, null, group.id(), null, 50);
        assertThat(lists.search(here, elsewhere.scope())).isEmpty();
        assertThat(lists.search(here, DataScope.NOTHING)).isEmpty();
        assertThat(lists.search(here, given.actor("fuwang2").scope())).hasSize(1);
        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.ACCEPT, elsewhere, ActionForm.EMPTY)).isInstanceOf(NotFound.class);
        assertThat(tickets.find(ticket.no(), given.actor("qiantai1").scope())).isPresent();
    }

    @Test
    void theListIsFilteredAndPagedByKey() {
        Ticket first = opened();
        Ticket second = opened();
        DataScope scope = given.actor("wangge2").scope();
        TicketFilter mine = new TicketFilter(TicketFilter.Group.WAITING, given.grid, "12", Category.ELEV, "12栋电梯", null, group.id(), null, 1);

        List<TicketRow> page = lists.search(mine, scope);
        assertThat(page).extracting(TicketRow::no).containsExactly(second.no());
        assertThat(page.get(0).ownerName()).isEqualTo("陈静");
        assertThat(lists.search(mine.after(second.id()), scope)).extracting(TicketRow::no).containsExactly(first.no());
        for (TicketFilter.Group each : TicketFilter.Group.values()) {
            assertThat(lists.search(TicketFilter.of(each), scope)).isNotNull();
        }
        assertThat(lists.search(new TicketFilter(null, null, null, null, "100%_", null, null, null, 50), scope)).isEmpty();
        given.clocks.move(said.plus(Duration.ofHours(3)), true);
        assertThat(lists.search(TicketFilter.of(TicketFilter.Group.OVERDUE), scope)).extracting(TicketRow::no).contains(first.no());
        assertThat(lists.counts(scope, given.actor("wangge2")).overdue()).isPositive();
    }

    @Test
    void aSolvedTicketMayBeReopenedByAVoiceThreeTimesInAWeek() {
        Ticket ticket = opened();
        Actor worker = given.actor("wangge2");
        Actor zhang = Actor.resident("wmZhang", "张**");
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker, ActionForm.EMPTY);
        for (int i = 1; i <= 3; i++) {
            tickets.act(ticket.no(), TicketAction.RESOLVE, worker, ActionForm.of("恢复运行"));
            assertThat(tickets.act(ticket.no(), TicketAction.REOPEN, zhang, ActionForm.EMPTY).reopenCount()).isEqualTo(i);
        }
        tickets.act(ticket.no(), TicketAction.RESOLVE, worker, ActionForm.of("恢复运行"));

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.REOPEN, zhang, ActionForm.EMPTY)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.REOPEN, Actor.resident("wmStranger", ""), ActionForm.EMPTY))
                .isInstanceOf(NotFound.class);
        assertThat(tickets.act(ticket.no(), TicketAction.REOPEN, given.actor("lingdao1"), ActionForm.EMPTY).reopenCount()).isEqualTo(4);
    }

    @Test
    void afterAWeekWithoutComplaintASolvedTicketIsClosedAndCannotBeReopened() {
        Ticket ticket = opened();
        tickets.act(ticket.no(), TicketAction.ACCEPT, given.actor("wangge2"), ActionForm.EMPTY);
        tickets.act(ticket.no(), TicketAction.RESOLVE, given.actor("wangge2"), ActionForm.of("恢复运行"));
        given.clocks.move(said.plus(Duration.ofDays(7)).plusSeconds(1), true);

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.REOPEN, Actor.resident("wmZhang", ""), ActionForm.EMPTY))
                .isInstanceOf(Problem.class);
        assertThat(tickets.closeExpired()).isPositive();
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void aGuessNobodyLooksAtIsGivenUpAfterThreeDays() {
        Ticket guess = tickets.open(given.said(group, Level.CANDIDATE, lamp(), "wmZhang", said));
        given.clocks.move(said.plus(Duration.ofHours(72)), true);

        assertThat(tickets.voidUntouched()).isPositive();
        assertThat(tickets.get(guess.id()).status()).isEqualTo(TicketStatus.VOID);
    }

    @Test
    void onlyTheReporterMayWithdrawAndOnlyEarlyAndAlone() {
        Actor zhang = Actor.resident("wmZhang", "张**");
        Ticket alone = opened();
        Ticket shared = opened();
        groupTickets.join(shared.id(), "wmLi", given.say(group, "wmLi", "+1", said), said);
        Ticket danger = tickets.open(given.said(
                group, Level.EMERGENCY, TicketFixtures.of("fire", Category.FIRE, "火情", Urgency.P0, false, "fire"), "wmZhang", said));
        Ticket late = opened();

        assertThat(tickets.act(alone.no(), TicketAction.WITHDRAW, zhang, ActionForm.EMPTY).status()).isEqualTo(TicketStatus.VOID);
        Ticket left = tickets.act(shared.no(), TicketAction.WITHDRAW, zhang, ActionForm.EMPTY);
        assertThat(left.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(left.voices()).isEqualTo(1);
        assertThat(tickets.act(danger.no(), TicketAction.WITHDRAW, zhang, ActionForm.EMPTY).status()).isEqualTo(TicketStatus.OPEN);
        given.clocks.move(said.plus(Duration.ofMinutes(11)), true);
        assertThat(tickets.act(late.no(), TicketAction.WITHDRAW, zhang, ActionForm.EMPTY).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void historyTellsSinceWhenItHasBeenSo() {
        long line = given.say(group, "wmZhang", "楼道灯昨晚十点起就不亮", said);
        Ticket ticket = tickets.open(Opening.said(
                Level.TICKET, lamp(), group.id(), group.gridId(), "wmZhang", List.of(line), said, false, false).since("昨晚十点起"));

        assertThat(tickets.history(ticket.id())).extracting(TicketEvent::note).contains("反映人说：昨晚十点起");
    }

    @Test
    void aRecalledLineDropsTheTicketThatNobodyHeardOf() {
        long line = given.say(group, "wmZhang", "楼道灯坏了", said);
        Ticket ticket = tickets.open(Opening.said(
                Level.TICKET, lamp(), group.id(), group.gridId(), "wmZhang", List.of(line), said, false, false));

        groupTickets.withdrawn(line);

        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.VOID);
    }

    @Test
    void aMergedTicketFollowsTheOtherAndComesBackWithinADay() {
        Ticket one = opened();
        Ticket two = tickets.open(given.said(group, Level.TICKET, lift(), "wmLi", said));
        Actor desk = given.actor("qiantai1");
        ActionForm into = new ActionForm(null, null, null, null, null, null, one.no(), false);

        assertThat(tickets.act(two.no(), TicketAction.MERGE, desk, into).status()).isEqualTo(TicketStatus.MERGED);
        assertThat(tickets.get(one.id()).voices()).isEqualTo(2);
        assertThat(groupTickets.join(two.id(), "wmWang", given.say(group, "wmWang", "+1", said), said)).isTrue();
        assertThat(tickets.get(one.id()).voices()).isEqualTo(3);
        assertThatThrownBy(() -> tickets.act(one.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, two.no(), false)))
                .isInstanceOf(Problem.class);
        assertThat(tickets.unmerge(two.no(), desk).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void partingAMergeOfAMergeTakesEverybodyBackFromTheLastOneToo() {
        Ticket one = opened();
        Ticket two = tickets.open(given.said(group, Level.TICKET, lift(), "wmLi", said));
        Ticket three = tickets.open(given.said(group, Level.TICKET, lift(), "wmWang", said));
        Actor desk = given.actor("qiantai1");
        tickets.act(one.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, two.no(), false));
        tickets.act(two.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, three.no(), false));
        assertThat(tickets.get(three.id()).voices()).isEqualTo(3);
        assertThatThrownBy(() -> tickets.act(three.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, one.no(), false)))
                .isInstanceOf(Problem.class);

        assertThat(tickets.unmerge(one.no(), desk).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(tickets.get(three.id()).voices()).isEqualTo(2);
        assertThat(tickets.unmerge(two.no(), desk).voices()).isEqualTo(1);
        assertThat(tickets.get(three.id()).voices()).isEqualTo(1);
        assertThatThrownBy(() -> tickets.unmerge(two.no(), desk)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tickets.unmerge(three.no(), given.actor("wangge2"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void twoPeopleMergeEachOthersTicketAndOnlyOneWins() throws Exception {
        Ticket one = opened();
        Ticket two = tickets.open(given.said(group, Level.TICKET, lift(), "wmLi", said));
        Actor desk = given.actor("qiantai1");
        var both = Executors.newFixedThreadPool(2);
        try {
            var there = both.submit(() -> tickets.act(one.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, two.no(), false)));
            var back = both.submit(() -> tickets.act(two.no(), TicketAction.MERGE, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, one.no(), false)));
            int merged = 0;
            for (var each : List.of(there, back)) {
                try {
                    each.get();
                    merged++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Problem.class);
                }
            }
            assertThat(merged).isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void theClockOfAMergedTicketStandsStill() {
        Ticket one = opened();
        Ticket two = tickets.open(given.said(group, Level.TICKET, lift(), "wmLi", said));
        Actor desk = given.actor("qiantai1");
        tickets.act(two.no(), TicketAction.MERGE, desk, new ActionForm(null, null, null, null, null, null, one.no(), false));
        given.clocks.move(said.plus(Duration.ofHours(3)), true);
        Ticket again = tickets.unmerge(two.no(), desk);
        assertThat(again.resolveBy()).isAfter(two.resolveBy());
    }

    @Test
    void oneTicketOfTwoThingsBecomesTwoAndTheWordsGoWithTheirThing() {
        long lift = given.say(group, "wmZhang", "电梯停了", said);
        long lamp = given.say(group, "wmLi", "路灯也不亮", said);
        Ticket ticket = tickets.open(Opening.said(Level.TICKET, lift(), group.id(), group.gridId(), "wmZhang", List.of(lift), said, false, false));
        groupTickets.join(ticket.id(), "wmLi", lamp, said);
        Ticket seen = tickets.get(ticket.id());
        Actor worker = given.actor("wangge2");

        Ticket second = splits.split(ticket.no(), new Split(seen.version(), "路灯不亮", Category.FACIL, Urgency.P2, null, List.of(lamp), false), worker);

        assertThat(second.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(second.placeLabel()).isEqualTo(ticket.placeLabel());
        assertThat(second.voices()).isEqualTo(1);
        assertThat(groupTickets.isVoice(second.id(), "wmLi")).isTrue();
        assertThat(tickets.get(ticket.id()).voices()).isEqualTo(1);
        assertThat(tickets.lines(second.id(), worker)).filteredOn(TicketLine::counted).extracting(TicketLine::messageId).containsExactly(lamp);
        assertThat(tickets.lines(ticket.id(), worker)).filteredOn(TicketLine::counted).extracting(TicketLine::messageId).containsExactly(lift);
        assertThat(tickets.history(second.id())).anyMatch(event -> event.is(TicketEvent.Noted.SPLIT_FROM) && ticket.no().equals(event.note()));
        assertThatThrownBy(() -> splits.split(ticket.no(), new Split(seen.version(), "路灯不亮", null, null, null, List.of(), false), worker))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> splits.split(ticket.no(), new Split(null, "路灯不亮", null, null, null, List.of(999_999_999L), false), worker))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> splits.split(ticket.no(), new Split(null, "路灯不亮", null, null, null, List.of(), false), given.actor("wangge1")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsToldHoldsNobodysNumber() {
        Ticket ticket = opened();
        ActionForm form = new ActionForm(null, null, "20:00 前到场，找老王 13812345678", null, null, null, null, true);

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.ACCEPT, given.actor("wangge2"), form))
                .hasMessageContaining("请去掉");
    }

    @Test
    void theWordsOfARestrictedTicketAreForOwnerDeskAndLeader() {
        long line = given.say(group, "wmZhang", "楼上天天半夜拖板凳", said);
        Ticket ticket = tickets.open(Opening.said(
                Level.TICKET,
                TicketFixtures.of("neighbour-noise", Category.NOISE, "噪音扰民", Urgency.P2, true, "neighbour-noise"),
                group.id(), group.gridId(), "wmZhang", List.of(line), said, false, false));

        assertThat(tickets.lines(ticket.id(), given.actor("wangge2"))).extracting(TicketLine::counted).contains(true);
        assertThat(tickets.lines(ticket.id(), given.actor("lingdao1"))).isNotEmpty();
        assertThatThrownBy(() -> tickets.lines(ticket.id(), given.actor("fuwang2"))).isInstanceOf(NotAllowed.class);
    }
}
