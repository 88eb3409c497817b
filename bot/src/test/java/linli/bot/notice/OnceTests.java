package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import linli.bot.outbox.SendingGate;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever WeCom or the machine does in the middle: a group hears a notice at most once, and each delivery ends or waits for a person. */
class OnceTests extends NoticesInTheSandbox {

    private static final String CALL = "add_msg_template";
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-08-05T14:00:00");

    private static final AtomicInteger days = new AtomicInteger();

    @Autowired
    SendingGate gate;

    @Autowired
    CommunityClock community;

    @BeforeEach
    void anAfternoon() {
        // Each on a day of its own: what one test did to the minute's calls is another's past.
        clock(FIRST.plusDays(days.getAndIncrement()).toString());
    }

    @AfterEach
    void sendingIsOpen() {
        jdbc.sql("update sending_gate set closed = null").update();
    }

    /** To the groups of 12, 13 and 14栋, whose owner is one and the same. */
    private Notice sending() {
        return sending(new NoticeDraft("waste-sorting", null, Map.of("content", "厨余垃圾请沥干水分 " + UUID.randomUUID()), buildings("12", "13", "14"), null));
    }

    /** Its three lines wait for another try. */
    private void awaitPutBack(Notice notice) {
        await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql(
                        "select count(*) from outbox_message where state = 'WAITING' and retry_at is not null and key like ?")
                .param("notice:" + notice.id() + ":%").query(Integer.class).single() == 3);
    }

    private void eachGroupHeardIt(Notice notice, int times) {
        String text = notices.version(notice).orElseThrow().text();
        for (String group : List.of("12栋邻里群", "13栋邻里群", "14栋邻里群")) {
            assertThat(lines(group, text)).as(group).hasSize(times);
        }
    }

    private int tasksOf(Notice notice) {
        return jdbc.sql("select count(*) from sandbox.group_task where convert_from(body, 'UTF8') = ?")
                .param(notices.version(notice).orElseThrow().text()).query(Integer.class).single();
    }

    @Test
    void allLinesOfABatchWhoseAnswerWasLostAreFoundInOneTask() {
        fault(Map.of("path", CALL, "loseAnswer", true, "times", 1));
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);

        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        eachGroupHeardIt(notice, 1);
    }

    @Test
    void whatNeverArrivedStaysInDoubtUntilAPersonSettlesIt() {
        fault(Map.of("path", CALL, "down", true, "times", 1));
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.UNKNOWN);
        assertThat(tasksOf(notice)).isZero();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);

        deliveries.of(notice.id()).forEach(delivery -> deliveries.forwarded(delivery.id(), "截图", CLERK));
        awaitAll(notice, DeliveryStatus.MANUAL);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
        eachGroupHeardIt(notice, 0);
    }

    @Test
    void aBusySystemIsLookedUpAndNotCalledAgain() {
        fault(Map.of("path", CALL, "errcode", -1, "times", 1));
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.UNKNOWN);

        assertThat(tasksOf(notice)).isZero();
    }

    @Test
    void aThrottledCallWaitsWithoutUsingUpAnAttempt() {
        fault(Map.of("path", CALL, "errcode", 45009, "times", 1));
        Notice notice = sending();
        awaitPutBack(notice);
        assertThat(jdbc.sql("select max(attempts) from outbox_message where key like ?")
                .param("notice:" + notice.id() + ":%").query(Integer.class).single()).isZero();
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsOnly(DeliveryStatus.QUEUED);

        jdbc.sql("update outbox_message set retry_at = now() where key like ?").param("notice:" + notice.id() + ":%").update();
        clockStore.move(community.now().plusSeconds(62), true);
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
    }

    @Test
    void aSenderThatDiedAfterItsClaimLeavesDoubtAndNoSecondTask() {
        fault(Map.of("path", CALL, "errcode", 45009, "times", 1));
        Notice notice = sending();
        awaitPutBack(notice);
        jdbc.sql("update outbox_message set state = 'SENDING', claimed_by = 'a node that was killed', claimed_until = now() - interval '1 second' "
                        + "where key like ?")
                .param("notice:" + notice.id() + ":%").update();

        awaitAll(notice, DeliveryStatus.UNKNOWN);
        assertThat(tasksOf(notice)).isZero();
        eachGroupHeardIt(notice, 0);
    }

    @Test
    void aSenderThatDiedAfterWeComsAnswerIsMadeGoodFromItsList() {
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        // As if the machine had died between the answer and our commit: nothing of the answer is known here.
        jdbc.sql("update notice_delivery set status = 'QUEUED', vendor_ref = null where notice_id = ?").param(notice.id()).update();
        jdbc.sql("update outbox_message set state = 'SENDING', vendor_ref = null, claimed_by = 'a node that was killed', "
                        + "claimed_until = now() - interval '1 second' where key like ?")
                .param("notice:" + notice.id() + ":%").update();

        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        eachGroupHeardIt(notice, 1);
    }

    @Test
    void pausedAndResumedTenTimesEachGroupHearsItOnce() {
        gate.close("核对名单", CLERK);
        Notice notice = sending();
        for (int i = 0; i < 10; i++) {
            gate.open(REVIEWER);
            gate.close("再看一遍", CLERK);
        }
        gate.open(REVIEWER);
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        eachGroupHeardIt(notice, 1);
    }

    @Test
    void afterARestoreWhatWasSentSinceIsFoundAndNotSentAgain() {
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        // The backup was taken before the task was made: here it waits still, there it is.
        jdbc.sql("update notice_delivery set status = 'QUEUED', vendor_ref = null where notice_id = ?").param(notice.id()).update();
        jdbc.sql("update outbox_message set state = 'WAITING', vendor_ref = null, attempts = 0, doubtful = true where key like ?")
                .param("notice:" + notice.id() + ":%").update();

        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesTooLateIsLookedUp() {
        fault(Map.of("path", CALL, "slowMillis", 7000, "times", 1));
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        assertThat(tasksOf(notice)).isEqualTo(1);
    }

    @Test
    void oneGroupThatFailsDoesNotStopTheOthers() {
        fault(Map.of("quotaExhausted", List.of("13栋邻里群")));
        Notice notice = sending();
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(deliveries.of(notice.id())).extracting(Delivery::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.FAILED, DeliveryStatus.SENT));
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.PARTIAL);
        jdbc.sql("delete from notice_quota").update();
    }
}
