package linli.bot.outbox;

import static linli.bot.bench.Rounds.number;
import static linli.bot.bench.Rounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import linli.bot.bench.Rounds;
import linli.bot.notice.Audience;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.Notices;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A notice to 100,000 groups: written, handed over, and kept within WeCom's limits. {@code NOTICE_GROUPS}, {@code
 * NOTICE_OWNED} (groups of one owner) and {@code NOTICE_ROUNDS} make a smaller one. Written is compared with a bare INSERT …
 * SELECT of the rows it left, handed over with a bare loop that claims as many rows at once by SKIP LOCKED and marks them
 * done; same PostgreSQL, tables of the same make, alternating rounds of one run.
 */
@SpringBootTest(
        properties = {
            "linli.sandbox.port=0", "linli.wecom.receive=false", "linli.inbox.workers=0", "linli.outbox.workers=0",
            "linli.schedule.enabled=false"
        })
@ActiveProfiles("sandbox")
class NoticeBench {

    private static final int GROUPS = number("NOTICE_GROUPS", 100_000);
    private static final int OWNED = number("NOTICE_OWNED", 20);
    private static final int ROUNDS = number("NOTICE_ROUNDS", 5);
    private static final int WORKERS = 2;

    private static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    private static final Actor REVIEWER = new Actor("shenhe1", "马德明", 2L, Set.of(Role.REVIEWER), null, null);

    @Autowired
    Notices notices;

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
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Test
    void writtenAndHandedOver() throws Exception {
        City city = new City(sql);
        city.build(GROUPS, OWNED);
        BareLines bare = new BareLines(database, sql, transaction);
        Rounds written = new Rounds();
        Rounds handedOver = new Rounds();
        clockStore.move(City.AFTERNOON, true);
        for (int round = 0; round <= ROUNDS; round++) {
            Notice notice = approved();
            clockStore.move(clock.now().plusSeconds(60), true);
            double ours = seconds(notices::dispatchDue);
            assertThat(waiting()).isEqualTo(GROUPS);
            double theirs = seconds(() -> bare.copy(notice.id()));
            Accepting accepting = new Accepting(Route.OWNER_CONFIRM);
            double drained = seconds(() -> drain(accepting));
            assertThat(done()).isEqualTo(GROUPS);
            int batch = accepting.lines() / accepting.calls();
            double bareDrained = seconds(() -> bare.drain(WORKERS, batch));
            System.out.printf(
                    "notice %s: %d groups written in %.2f s against %.2f s: %.2f times; handed over in %d calls at %.0f lines a second against %.0f: %.2f%n",
                    round == 0 ? "warm-up" : "round " + round, GROUPS, ours, theirs, ours / theirs, accepting.calls(), GROUPS / drained,
                    GROUPS / bareDrained, bareDrained / drained);
            if (round > 0) {
                written.add(ours / theirs);
                handedOver.add(bareDrained / drained);
            }
            bare.empty();
            city.forget();
        }
        System.out.printf("notice: %d groups written in %s times a bare INSERT … SELECT of the same rows; aim at most 2%n", GROUPS, written);
        System.out.printf("notice: lines of %d groups an owner handed over at %s of the bare SKIP LOCKED rate; aim at least 0.5%n", OWNED, handedOver);
    }

    private Notice approved() {
        Notice notice = notices.create(null, new NoticeDraft(
                "waste-sorting", null, Map.of("content", "厨余垃圾请沥干水分后投放，大件垃圾请放到小区指定的堆放点。"), new Audience.Everything(false), null), CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        return notices.approve(notice.id(), null, null, REVIEWER);
    }

    /** By a node of its own, as it runs in production. */
    private void drain(Accepting accepting) {
        OutboxWorker node = new OutboxWorker(
                mapper, outbox, clock, new OutboxProperties(WORKERS, Duration.ofSeconds(60), 8, false), transaction, meters, List.of(accepting));
        node.start();
        await().atMost(Duration.ofMinutes(10)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> accepting.lines() >= GROUPS);
        node.stop();
    }

    private int waiting() {
        return sql.sql("select count(*) from outbox_message where state = 'WAITING' and route = 'OWNER_CONFIRM'").query(Integer.class).single();
    }

    private int done() {
        return sql.sql("select count(*) from outbox_message o join notice_delivery d on d.line_key = o.key"
                        + " where o.state = 'TASK_CREATED' and d.status = 'TASK_CREATED'")
                .query(Integer.class)
                .single();
    }
}
