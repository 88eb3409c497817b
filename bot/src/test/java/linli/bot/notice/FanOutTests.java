package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.REVIEWER;
import static linli.bot.notice.NoticeFixtures.instant;
import static linli.bot.notice.NoticeFixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.bot.community.GroupKind;
import linli.bot.outbox.LineState;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "linli.outbox.workers=0")
@Import({NoticeFixtures.class, VendorTasks.class})
class FanOutTests {

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    NoticeFacts facts;

    @Autowired
    VendorTasks tasks;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
        tasks.reset();
    }

    private List<String> targets() {
        return here.jdbc.queryForList("select target from outbox_message where route = 'OWNER_CONFIRM' order by id", String.class);
    }

    @Test
    void aListOfBuildingsReachesThoseGroupsOnceAndEachOwnerByOneTask() {
        Notice notice = here.sending(here.waterStop(here.buildings("12", "13", "15", "12"), null));
        notices.dispatchDue();
        here.later(60);
        notices.dispatchDue();

        assertThat(targets()).containsExactlyInAnyOrder("wr12栋邻里群", "wr13栋邻里群", "wr15栋邻里群");
        assertThat(here.jdbc.queryForList("select distinct batch from outbox_message where route = 'OWNER_CONFIRM'", String.class))
                .containsExactlyInAnyOrder(
                        "notice:" + notice.id() + ":v1:wangge2", "notice:" + notice.id() + ":v1:fuwang2");
        assertThat(deliveries.progress(notice.id()).waiting()).isEqualTo(3);
    }

    @Test
    void aGridMeansItsBuildingsAndOnWishItsOwnGroup() {
        here.sending(here.waste(new Audience.Grids(List.of(here.grid2), false), null));
        assertThat(targets()).containsExactlyInAnyOrder("wr12栋邻里群", "wr13栋邻里群", "wr15栋邻里群");

        here.reset();
        here.sending(here.waste(new Audience.Grids(List.of(here.grid2), true), null));
        assertThat(targets()).hasSize(4).contains("wr第2网格群");
    }

    @Test
    void everythingReachesEveryBuilding() {
        here.sending(here.waste(new Audience.Everything(false), null));

        assertThat(targets()).containsExactlyInAnyOrder("wr1栋邻里群", "wr12栋邻里群", "wr13栋邻里群", "wr15栋邻里群");
    }

    @Test
    void sweepsAtTheSameTimeWriteEachLineOnce() throws Exception {
        Notice notice = here.approved(here.waste(new Audience.Everything(true), null));
        here.later(60);

        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sweeps.add(notices::dispatchDue);
        }
        for (Future<Integer> sweep : pool.invokeAll(sweeps)) {
            sweep.get();
        }
        pool.shutdown();

        assertThat(targets()).hasSize(5).doesNotHaveDuplicates();
        assertThat(deliveries.of(notice.id())).hasSize(5);
        assertThat(notices.history(notice.id())).filteredOn(event -> event.action() == NoticeAction.DISPATCH).hasSize(1);
    }

    @Test
    void whatTheAudienceGainedAndLostSinceItWasSubmittedIsRecorded() {
        Notice notice = here.approved(here.waste(new Audience.Grids(List.of(here.grid2), false), null));
        long gone = here.groupOf("13");
        here.groups.dismissed("wr13栋邻里群");
        here.group("12栋二群", GroupKind.BUILDING, here.buildings.get("12"), here.grid2, "wangge2");
        here.later(60);
        notices.dispatchDue();

        NoticeVersion version = notices.version(notices.get(notice.id())).orElseThrow();
        assertThat(version.groupsGone()).containsExactly(gone);
        assertThat(version.groupsAdded()).hasSize(1);
        assertThat(targets()).containsExactlyInAnyOrder("wr12栋邻里群", "wr12栋二群", "wr15栋邻里群");
    }

    @Test
    void aGroupWithoutAnOwnerWaitsForAPersonAndKeepsNobodyBack() {
        here.jdbc.update("update chat_group set owner_userid = null where name = '13栋邻里群'");
        Notice notice = here.sending(here.waste(here.buildings("12", "13"), null));

        assertThat(targets()).containsExactly("wr12栋邻里群");
        assertThat(deliveries.progress(notice.id()).waitManual()).isEqualTo(1);
    }

    @Test
    void aDeliveryFollowsItsLineAndTheNoticeIsSentWhenEveryGroupHasIt() {
        Notice notice = here.sending(here.waterStop(here.buildings("12", "15"), null));
        here.line(notice, "12", LineState.TASK_CREATED, "msg1", null);
        here.line(notice, "15", LineState.TASK_CREATED, "msg2", null);
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsOnly(DeliveryStatus.TASK_CREATED);

        here.later(60);
        notices.dispatchDue();
        assertThat(deliveries.waitingForOwner("wangge2")).extracting(Delivery::status).containsExactly(DeliveryStatus.WAIT_OWNER);

        here.line(notice, "12", LineState.SENT, "msg1", null);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);
        assertThat(deliveries.progress(notice.id()).there()).isEqualTo(1);

        here.line(notice, "15", LineState.SENT, "msg2", null);
        here.line(notice, "15", LineState.TASK_CREATED, "msg2", null);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
        assertThat(deliveries.totals()).singleElement().satisfies(total -> {
            assertThat(total.topic()).isEqualTo(NoticeTopic.UTILITIES);
            assertThat(total.notices()).isEqualTo(1);
            assertThat(total.groups()).isEqualTo(2);
            assertThat(total.there()).isEqualTo(2);
        });
    }

    @Test
    void oneFailedGroupDoesNotStopTheRestAndIsMendedByHand() {
        Notice notice = here.sending(here.waste(here.buildings("12", "13", "15"), null));
        here.line(notice, "13", LineState.FAILED, null, "quota");
        here.line(notice, "12", LineState.SENT, "msg1", null);
        here.line(notice, "15", LineState.SENT, "msg2", null);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.PARTIAL);

        Delivery failed = deliveries.of(notice.id()).stream().filter(d -> d.status() == DeliveryStatus.FAILED).findFirst().orElseThrow();
        assertThat(failed.reason()).isEqualTo("quota");
        assertThatThrownBy(() -> deliveries.forwarded(failed.id(), "截图 3", person("wangge1", "李", Role.GRID, here.grid1)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> deliveries.forwarded(failed.id(), " ", CLERK)).isInstanceOf(Invalid.class);

        deliveries.forwarded(failed.id(), "截图 3", person("wangge2", "陈静", Role.GRID, here.grid2));
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
        assertThat(deliveries.get(failed.id())).satisfies(d -> {
            assertThat(d.status()).isEqualTo(DeliveryStatus.MANUAL);
            assertThat(d.doneBy()).isEqualTo("wangge2");
            assertThat(d.proof()).isEqualTo("截图 3");
        });
        assertThatThrownBy(() -> deliveries.forwarded(failed.id(), "截图 4", CLERK)).isInstanceOf(Conflict.class);
    }

    @Test
    void aLostAnswerIsUnknownUntilItIsKnown() {
        Notice notice = here.sending(here.waste(here.buildings("12"), null));
        here.line(notice, "12", LineState.UNKNOWN, null, "no answer");
        assertThat(deliveries.progress(notice.id()).unknown()).isEqualTo(1);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);

        here.line(notice, "12", LineState.TASK_CREATED, "msg1", null);
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsExactly(DeliveryStatus.TASK_CREATED);
    }

    @Test
    void aNoticeForwardedByHandBeforeItsLineLeftIsNotSentAsWell() {
        Notice notice = here.sending(here.waste(here.buildings("12"), null));

        deliveries.forwarded(deliveries.of(notice.id()).get(0).id(), "截图 1", CLERK);

        assertThat(here.jdbc.queryForObject("select state from outbox_message where route = 'OWNER_CONFIRM'", String.class)).isEqualTo("CANCELLED");
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsExactly(DeliveryStatus.MANUAL);
        assertThat(notices.history(notice.id())).extracting(NoticeEvent::action).doesNotContain(NoticeAction.FALL_SHORT);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
    }

    @Test
    void stoppingDropsWhatHasNotLeftAndKeepsWhatWasSent() {
        Notice notice = here.sending(here.waste(here.buildings("12", "13"), null));
        here.line(notice, "12", LineState.SENT, "msg1", null);
        assertThatThrownBy(() -> notices.cancel(notice.id(), null, CLERK)).isInstanceOf(NotAllowed.class);

        notices.cancel(notice.id(), null, REVIEWER);

        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.CANCELLED);
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status)
                .containsExactlyInAnyOrder(DeliveryStatus.SENT, DeliveryStatus.CANCELLED);
    }

    @Test
    void anOwnerIsRemindedAtMostThreeTimesADayHoweverManyPeopleAsk() {
        Notice notice = here.sending(here.waste(here.buildings("12", "13"), null));
        here.line(notice, "12", LineState.TASK_CREATED, "msg1", null);
        here.line(notice, "13", LineState.TASK_CREATED, "msg1", null);
        List<Delivery> waiting = deliveries.of(notice.id());

        deliveries.remind(waiting.get(0).id(), CLERK);
        deliveries.remind(waiting.get(1).id(), CLERK);
        tasks.fail = true;
        assertThatThrownBy(() -> deliveries.remind(waiting.get(0).id(), CLERK)).hasMessageContaining("暂时没有接受提醒");
        tasks.fail = false;
        deliveries.remind(waiting.get(0).id(), CLERK);
        assertThatThrownBy(() -> deliveries.remind(waiting.get(0).id(), CLERK)).hasMessageContaining("已提醒 3 次");
        assertThat(tasks.reminded).containsExactly("msg1", "msg1", "msg1");

        here.later(86_401);
        deliveries.remind(waiting.get(0).id(), CLERK);
        assertThat(deliveries.reminders("msg1")).isEqualTo(1);
    }

    @Test
    void stoppingAsksWeComToStopWhatNoOwnerConfirmedAndAsksAgainWhenItDidNotAnswer() {
        Notice notice = here.sending(here.waste(here.buildings("12", "15"), null));
        here.line(notice, "12", LineState.TASK_CREATED, "msg1", null);
        here.line(notice, "15", LineState.TASK_CREATED, "msg2", null);
        tasks.fail = true;
        notices.cancel(notice.id(), null, REVIEWER);
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsOnly(DeliveryStatus.TASK_CREATED);

        tasks.fail = false;
        notices.dispatchDue();

        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsOnly(DeliveryStatus.CANCELLED);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.CANCELLED);
        here.line(notice, "12", LineState.SENT, "msg1", null);
        assertThat(deliveries.progress(notice.id()).sent()).isEqualTo(1);
    }

    @Test
    void aNoticeExplainsItsTroubleAtItsPlacesWhileItLasts() {
        Notice notice = here.sending(here.waterStop(here.buildings("12", "13"), null));
        here.line(notice, "12", LineState.SENT, "msg1", null);

        assertThat(facts.activeFor("WATER", here.buildings.get("12"), instant("2026-07-17T09:20:00"))).get()
                .satisfies(active -> assertThat(active.told()).isTrue())
                .extracting(ActiveNotice::to).isEqualTo(instant("2026-07-17T17:00:00"));
        assertThat(facts.activeFor("WATER", here.buildings.get("13"), instant("2026-07-17T09:20:00"))).get()
                .extracting(ActiveNotice::told).isEqualTo(false);
        assertThat(facts.activeFor("WATER", here.buildings.get("15"), instant("2026-07-17T09:20:00"))).isEmpty();
        assertThat(facts.activeFor("POWER", here.buildings.get("12"), instant("2026-07-17T09:20:00"))).isEmpty();
        assertThat(facts.activeFor("WATER", here.buildings.get("12"), instant("2026-07-17T19:00:00"))).isEmpty();
    }
}
