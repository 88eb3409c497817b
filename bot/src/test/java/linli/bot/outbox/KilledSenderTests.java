package linli.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import linli.bot.AnotherNode;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.notice.Audience;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Delivery;
import linli.bot.notice.DeliveryStatus;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.Notices;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;

/**
 * A process is killed while it sends a notice: before the call, between WeCom's answer and our commit, after the commit, and
 * anywhere. Whoever goes on makes no second task, and each delivery ends or waits for a person.
 */
@TestPropertySource(properties = {"linli.outbox.workers=0", "linli.schedule.enabled=false"})
class KilledSenderTests extends AgainstTheSandbox {

    private static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    private static final Actor REVIEWER = new Actor("shenhe1", "马德明", 2L, Set.of(Role.REVIEWER), null, null);
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-08-05T14:00:00");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final AtomicInteger days = new AtomicInteger();

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SendingGate gate;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    OutboxMapper mapper;

    @Autowired
    Outbox outbox;

    @Autowired
    CommunityClock clock;

    @Autowired
    ClockStore clockStore;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry meters;

    @Autowired
    List<Channel> channels;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    Environment environment;

    private Process other;
    private OutboxWorker here;

    @BeforeEach
    void anAfternoon() {
        await().atMost(LIMIT).until(() -> groups.all().stream().filter(ChatGroup::isBound).count() >= 60);
        clockStore.move(FIRST.plusDays(days.getAndIncrement()).atZone(CommunityClock.ZONE).toInstant(), true);
    }

    @AfterEach
    void nobodySends() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
        if (here != null) {
            here.stop();
        }
        jdbc.sql("update sending_gate set closed = null").update();
    }

    private void anotherNodeSends() throws IOException {
        String sandbox = "http://127.0.0.1:" + environment.getRequiredProperty("linli.sandbox.port");
        other = AnotherNode.start(
                environment, "--spring.profiles.active=sandbox", "--linli.sandbox.enabled=false", "--linli.sandbox.address=" + sandbox,
                "--linli.wecom.base-url=" + sandbox, "--linli.wecom.receive=false", "--linli.inbox.workers=0", "--linli.outbox.workers=2",
                "--linli.outbox.lease=6s");
    }

    private void killed() throws InterruptedException {
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly().waitFor();
    }

    private void thisNodeSends() {
        here = new OutboxWorker(
                mapper, outbox, clock, new OutboxProperties(2, Duration.ofSeconds(6), 8, false), transaction, meters, channels);
        here.start();
    }

    /** To the groups of 12, 13 and 14栋, whose owner is one and the same. */
    private Notice sending() {
        Audience audience = new Audience.Buildings(
                List.of("12", "13", "14").stream().map(number -> areas.building(number).orElseThrow().id()).toList());
        Notice notice = notices.create(null, new NoticeDraft(
                "waste-sorting", null, Map.of("content", "厨余垃圾请沥干水分 " + UUID.randomUUID()), audience, null), CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        notices.approve(notice.id(), null, null, REVIEWER);
        jdbc.sql("update notice set due_at = due_at - interval '60 seconds' where id = ?").param(notice.id()).update();
        notices.dispatchDue();
        return notices.get(notice.id());
    }

    private List<DeliveryStatus> statuses(Notice notice) {
        return deliveries.of(notice.id()).stream().map(Delivery::status).toList();
    }

    private void awaitAll(Notice notice, DeliveryStatus expected) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(statuses(notice)).hasSize(3).containsOnly(expected));
    }

    private int linesOf(Notice notice, LineState state) {
        return jdbc.sql("select count(*) from outbox_message where key like ? and state = ?")
                .params("notice:" + notice.id() + ":%", state.name()).query(Integer.class).single();
    }

    private int tasksOf(Notice notice) {
        return jdbc.sql("select count(*) from sandbox.group_task where convert_from(body, 'UTF8') = ?")
                .param(text(notice)).query(Integer.class).single();
    }

    private String text(Notice notice) {
        return notices.version(notice).orElseThrow().text();
    }

    private void eachGroupHearsItOnceWhenItsOwnerConfirms(Notice notice) {
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        for (String group : List.of("12栋邻里群", "13栋邻里群", "14栋邻里群")) {
            assertThat(lines(group, text(notice))).as(group).hasSize(1);
        }
    }

    @Test
    void killedBeforeTheCallItLeavesDoubtAndNoTask() throws Exception {
        Notice notice = sending();
        // Its claim is committed, and it waits for a token; one that this node asked for meanwhile is taken away from it.
        fault(Map.of("path", "gettoken", "slowMillis", 4_500));
        anotherNodeSends();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> {
            redis.flushAll();
            return linesOf(notice, LineState.SENDING) == 3;
        });
        killed();
        assertThat(tasksOf(notice)).isZero();
        call("DELETE", "faults", Map.of());

        thisNodeSends();

        awaitAll(notice, DeliveryStatus.UNKNOWN);
        assertThat(tasksOf(notice)).isZero();
        deliveries.of(notice.id()).forEach(delivery -> deliveries.forwarded(delivery.id(), "截图", CLERK));
        awaitAll(notice, DeliveryStatus.MANUAL);
    }

    @Test
    void killedBetweenTheAnswerAndItsCommitItsTaskIsFoundAndNoOtherIsMade() throws Exception {
        Notice notice = sending();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from notice_delivery where notice_id = ? for update").param(notice.id()).query(Long.class).list();
            startAndKillOnceItWaitsForTheseRows(notice);
        });
        assertThat(tasksOf(notice)).isEqualTo(1);
        assertThat(linesOf(notice, LineState.SENDING)).isEqualTo(3);

        thisNodeSends();

        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
        eachGroupHearsItOnceWhenItsOwnerConfirms(notice);
    }

    private void startAndKillOnceItWaitsForTheseRows(Notice notice) {
        try {
            anotherNodeSends();
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> tasksOf(notice) == 1 && jdbc.sql(
                            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                    + " and query like '%update notice_delivery%'")
                    .query(Integer.class).single() > 0);
            killed();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void killedAfterTheCommitNothingIsSaidAgain() throws Exception {
        Notice notice = sending();
        anotherNodeSends();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        killed();

        thisNodeSends();

        eachGroupHearsItOnceWhenItsOwnerConfirms(notice);
        assertThat(tasksOf(notice)).isEqualTo(1);
    }

    @Test
    void twoNodesOfWhichOneIsKilledAnywhereWhileSendingIsPausedTenTimesMakeAtMostOneTaskForEachOwner() throws Exception {
        Notice first = sending();
        anotherNodeSends();
        awaitAll(first, DeliveryStatus.TASK_CREATED);
        thisNodeSends();
        List<Notice> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(sending());
            gate.close("再看一遍", CLERK);
            gate.open(REVIEWER);
        }
        killed();

        // What the killed one had in its hands is looked up; what WeCom does not know waits for a person.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(all).allSatisfy(notice -> {
            assertThat(statuses(notice)).hasSize(3).containsAnyOf(DeliveryStatus.TASK_CREATED, DeliveryStatus.UNKNOWN);
            assertThat(tasksOf(notice)).isEqualTo(statuses(notice).contains(DeliveryStatus.TASK_CREATED) ? 1 : 0);
            assertThat(linesOf(notice, LineState.WAITING) + linesOf(notice, LineState.SENDING)).isZero();
        }));
    }
}
