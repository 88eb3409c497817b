package linli.bot.wecom.groupmsg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import linli.bot.outbox.Draft;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.OwnerTasks;
import linli.bot.outbox.Route;
import linli.bot.outbox.SendFailed;
import linli.bot.time.CommunityClock;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A line's way from the outbox to a group or a person, through the sandbox. */
class SpeakingTests extends AgainstTheSandbox {

    @Autowired
    Outbox outbox;

    @Autowired
    OwnerTasks tasks;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    private long put(Route route, String target, String owner, String batch, String text) {
        String key = UUID.randomUUID().toString();
        return transaction.execute(s -> outbox.put(
                new Draft(key, route, target, owner, batch, text, "test", true, null, clock.now().minusSeconds(1))));
    }

    private void awaitState(long line, LineState state) {
        await().atMost(Duration.ofSeconds(40)).until(() -> outbox.get(line).state() == state);
    }

    @Test
    void oneBatchIsOneTaskAndEachGroupHearsItOnceAfterTheOwnersTap() {
        String text = "明天上午停水 " + UUID.randomUUID();
        List<Long> lines = transaction.execute(s -> {
            String batch = UUID.randomUUID().toString();
            return List.of("12栋邻里群", "13栋邻里群", "14栋邻里群").stream()
                    .map(group -> put(Route.OWNER_CONFIRM, chatId(group), "wangge2", batch, text))
                    .toList();
        });
        lines.forEach(line -> awaitState(line, LineState.TASK_CREATED));
        assertThat(lines.stream().map(line -> outbox.get(line).vendorRef()).distinct()).hasSize(1);
        assertThat(lines("12栋邻里群", text)).isEmpty();

        confirm("wangge2");

        lines.forEach(line -> awaitState(line, LineState.SENT));
        assertThat(lines("12栋邻里群", text)).hasSize(1);
        assertThat(lines("13栋邻里群", text)).hasSize(1);
    }

    @Test
    void aGroupOfAnotherOwnerFailsAloneAndSaysWhy() {
        String batch = UUID.randomUUID().toString();
        String text = "网格通知 " + batch;
        List<Long> lines = transaction.execute(s -> List.of(
                put(Route.OWNER_CONFIRM, chatId("19栋邻里群"), "wangge3", batch, text),
                put(Route.OWNER_CONFIRM, chatId("24栋邻里群"), "wangge3", batch, text)));
        awaitState(lines.get(0), LineState.TASK_CREATED);
        awaitState(lines.get(1), LineState.FAILED);
        assertThat(outbox.get(lines.get(1)).failure()).isEqualTo("owner_left");
    }

    @Test
    void overTheMonthsLimitIsReportedAsSuch() {
        fault(Map.of("quotaExhausted", List.of("28栋邻里群")));
        long line = put(Route.OWNER_CONFIRM, chatId("28栋邻里群"), "wangge4", null, "本月第N条");
        awaitState(line, LineState.TASK_CREATED);
        confirm("wangge4");
        awaitState(line, LineState.FAILED);
        assertThat(outbox.get(line).failure()).isEqualTo("quota");
    }

    @Test
    void aLostAnswerIsFoundAgainAndNotSentTwice() {
        String text = "电梯检修 " + UUID.randomUUID();
        fault(Map.of("path", "add_msg_template", "loseAnswer", true, "times", 1));
        long line = put(Route.OWNER_CONFIRM, chatId("37栋邻里群"), "wangge5", null, text);
        awaitState(line, LineState.TASK_CREATED);
        confirm("wangge5");
        awaitState(line, LineState.SENT);
        assertThat(lines("37栋邻里群", text)).hasSize(1);
    }

    @Test
    void aCallThatNeverArrivedStaysUnknownAndIsNotRepeated() {
        String text = "不知下落 " + UUID.randomUUID();
        fault(Map.of("path", "add_msg_template", "down", true, "times", 1));
        long line = put(Route.OWNER_CONFIRM, chatId("46栋邻里群"), "wangge6", null, text);
        awaitState(line, LineState.UNKNOWN);
        confirm("wangge6");
        assertThat(lines("46栋邻里群", text)).isEmpty();
    }

    @Test
    void anAddressThatWeComDoesNotKnowIsSeenByAPerson() {
        fault(Map.of("path", "add_msg_template", "errcode", 60020, "times", 1));
        long line = put(Route.OWNER_CONFIRM, chatId("47栋邻里群"), "wangge6", null, "不会送达");
        awaitState(line, LineState.FAILED);
        assertThat(outbox.get(line).attempts()).isLessThanOrEqualTo(1);
    }

    @Test
    void anOwnerIsRemindedThreeTimesADayAndATaskCanBeStopped() throws Exception {
        String text = "要取消的 " + UUID.randomUUID();
        long line = put(Route.OWNER_CONFIRM, chatId("6栋邻里群"), "fuwang1", null, text);
        awaitState(line, LineState.TASK_CREATED);
        String task = outbox.get(line).vendorRef();
        for (int i = 0; i < 3; i++) {
            tasks.remind(task);
        }
        assertThatThrownBy(() -> tasks.remind(task)).isInstanceOf(SendFailed.class).hasMessage("remind_limit");

        tasks.cancel(task);
        confirm("fuwang1");
        assertThat(lines("6栋邻里群", text)).isEmpty();
    }

    @Test
    void aStaffMemberGetsTheCardAndAStrangerIsReported() {
        String text = "工单 1024 待受理 " + UUID.randomUUID();
        long line = put(Route.STAFF_APP, "wangge2", null, null, text);
        long nobody = put(Route.STAFF_APP, "nobody", null, null, text);
        awaitState(line, LineState.SENT);
        awaitState(nobody, LineState.FAILED);
        assertThat(call("GET", "staff/wangge2/cards", Map.of()).toString()).contains(text);
    }

    @Test
    void anAutomaticLineIsSaidOnceEvenWhenItsAnswerIsLost() {
        String text = "已登记 " + UUID.randomUUID();
        fault(Map.of("path", "bot-lines", "loseAnswer", true, "times", 1));
        long line = put(Route.AUTO, chatId("12栋邻里群"), null, null, text);
        awaitState(line, LineState.SENT);
        assertThat(lines("12栋邻里群", text)).singleElement().satisfies(said -> {
            assertThat(said.path("route").asString()).isEqualTo("AUTO");
            assertThat(said.path("senderId").asString()).isEqualTo("wbLinli");
        });
    }
}
