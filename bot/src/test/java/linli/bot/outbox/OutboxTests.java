package linli.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import linli.bot.BotApplication;
import linli.bot.problem.Conflict;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** No channel is there, so what is handed over fails; what is staged waits for a person. */
@SpringBootTest(classes = BotApplication.class)
@Import(OutboxTests.Moves.class)
class OutboxTests {

    /** What followers of the outbox were told, on whichever thread. */
    static class Moves {

        private final Queue<LineMoved> told = new ConcurrentLinkedQueue<>();

        @EventListener
        void on(LinesMoved moved) {
            told.addAll(moved.lines());
        }

        boolean seen(long id, LineState state) {
            return told.stream().anyMatch(line -> line.id() == id && line.state() == state);
        }
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxMapper mapper;

    @Autowired
    CommunityClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Moves moves;

    private final String chat = "wr-outbox-" + COUNTER.incrementAndGet();

    private Draft draft(String key, Route route, Instant notBefore) {
        return Draft.toGroup(chat + key, route, chat, "【说明】试一句", "test", true, notBefore);
    }

    private long put(Draft draft) {
        return transaction.execute(status -> outbox.put(draft));
    }

    private LineState state(long id) {
        return outbox.get(id).state();
    }

    @Test
    void theSameKeyIsTheSameLine() {
        Draft draft = draft("once", Route.STAFF_TAP, clock.now().plusSeconds(3_600));

        assertThat(put(draft)).isEqualTo(put(draft));
    }

    @Test
    void aLineForAPersonsTapIsStagedAndPostedOnce() {
        long id = put(draft("tap", Route.STAFF_TAP, clock.now()));
        await().until(() -> state(id) == LineState.STAGED);
        assertThat(outbox.staged(List.of(chat))).extracting(Line::id).containsExactly(id);

        outbox.posted(id, "wangge2");

        assertThat(outbox.get(id).sentBy()).isEqualTo("wangge2");
        assertThatThrownBy(() -> outbox.posted(id, "fuwang2")).isInstanceOf(Conflict.class);
    }

    @Test
    void aLineNobodyCanCarryFailsVisibly() {
        long id = put(draft("none", Route.OWNER_CONFIRM, clock.now()));

        await().until(() -> state(id) == LineState.FAILED);

        assertThat(outbox.troubled()).extracting(Line::id).contains(id);
    }

    @Test
    void aLineWaitsForItsTime() {
        long later = put(draft("later", Route.STAFF_TAP, clock.now().plusSeconds(3_600)));
        long now = put(draft("now", Route.STAFF_TAP, clock.now()));

        await().until(() -> state(now) == LineState.STAGED);

        assertThat(state(later)).isEqualTo(LineState.WAITING);
        assertThat(outbox.cancelWaiting(List.of(chat + "later"))).isOne();
        assertThat(state(later)).isEqualTo(LineState.CANCELLED);
    }

    @Test
    void aLineWhoseSenderDiedIsLookedUpNotResentAndWhoeverFollowsItHearsSo() {
        long id = put(draft("lost", Route.OWNER_CONFIRM, clock.now().plusSeconds(3_600)));
        await().until(() -> transaction
                .execute(status -> mapper.claim("a sender that is gone", clock.now().plusSeconds(7_200), -1, List.of()))
                .stream()
                .anyMatch(line -> line.id() == id));

        await().until(() -> state(id) == LineState.UNKNOWN);

        assertThat(outbox.get(id).attempts()).isOne();
        await().until(() -> moves.seen(id, LineState.UNKNOWN));
    }

    @Test
    void whileOneSenderTakesTheFirstLineOfABatchNoOtherTakesTheRest() {
        Instant later = clock.now().plusSeconds(3_600);
        List<Long> ids = transaction.execute(status -> List.of("1", "2", "3").stream()
                .map(n -> outbox.put(new Draft(chat + n, Route.OWNER_CONFIRM, chat + n, "wangge2", chat, "【通知】", "test", true, null, later)))
                .toList());

        transaction.executeWithoutResult(status -> {
            jdbc.queryForList("select id from outbox_message where id = ? for update", ids.get(0));
            assertThat(CompletableFuture.supplyAsync(() -> claimedLater(ids)).join()).isEmpty();
        });

        assertThat(claimedLater(ids)).containsExactlyElementsOf(ids);
    }

    /** Which of these lines whoever claims in two hours gets, in as many claims as it takes. */
    private List<Long> claimedLater(List<Long> ids) {
        List<Long> claimed = new ArrayList<>();
        List<OutgoingMessage> lines = claimLater();
        while (!lines.isEmpty()) {
            lines.stream().map(OutgoingMessage::id).filter(ids::contains).forEach(claimed::add);
            lines = claimLater();
        }
        Collections.sort(claimed);
        return claimed;
    }

    private List<OutgoingMessage> claimLater() {
        return transaction.execute(status -> mapper.claim("another", clock.now().plusSeconds(7_200), 3_600, List.of()));
    }

    @Test
    void aReportThatComesTwiceChangesNothing() {
        long id = put(draft("task", Route.OWNER_CONFIRM, clock.now().plusSeconds(3_600)));

        outbox.confirmed("no-such-task", chat, clock.now());

        assertThat(state(id)).isEqualTo(LineState.WAITING);
    }
}
