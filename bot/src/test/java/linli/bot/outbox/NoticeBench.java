package linli.bot.outbox;

import static linli.bot.bench.Rounds.number;
import static linli.bot.bench.Rounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import linli.bot.time.MachineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A notice to 100,000 groups: written, handed over, and kept within WeCom's limits. {@code NOTICE_GROUPS}, {@code
 * NOTICE_OWNED} (groups of one owner) and {@code NOTICE_ROUNDS} make a smaller one. Written is compared with a bare INSERT …
 * SELECT of the rows it left; handed over, to a channel that accepts at once, with a bare loop that claims as many lines at
 * once by SKIP LOCKED and marks them done; same PostgreSQL, tables of the same make, alternating rounds of one run. The
 * limits are the sandbox's, on a clock that stands still until nothing may be sent; each group has an owner of its own there.
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

    /** Of one API, document/path/90454. */
    private static final int A_MINUTE = 10_000;

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

    @Autowired
    List<Channel> channels;

    @Autowired
    Held held;

    @Test
    void writtenAndHandedOver() throws Exception {
        City city = new City(sql);
        city.build(GROUPS, OWNED);
        BareLines bare = new BareLines(database, sql, transaction);
        Rounds written = new Rounds();
        Rounds handedOver = new Rounds();
        Rounds withDeliveries = new Rounds();
        clockStore.move(City.AFTERNOON, true);
        for (int round = 0; round <= ROUNDS; round++) {
            Notice notice = approved();
            clockStore.move(clock.now().plusSeconds(60), true);
            double ours = seconds(notices::dispatchDue);
            assertThat(waiting()).isEqualTo(GROUPS);
            double theirs = seconds(() -> bare.copy(notice.id()));
            Accepting accepting = new Accepting(Route.OWNER_CONFIRM);
            double followed = seconds(() -> drain(accepting));
            assertThat(done()).isEqualTo(GROUPS);
            bare.giveBack();
            double alone = seconds(() -> drain(new Accepting(Route.OWNER_CONFIRM)));
            double claimed = seconds(() -> bare.drain(WORKERS, GROUPS / accepting.calls()));
            System.out.printf(
                    "notice %s: %d groups written in %.2f s against %.2f s: %.2f times; %d calls, lines a second %.0f, with their deliveries %.0f,"
                            + " against %.0f: %.2f and %.2f%n",
                    round == 0 ? "warm-up" : "round " + round, GROUPS, ours, theirs, ours / theirs, accepting.calls(), GROUPS / alone,
                    GROUPS / followed, GROUPS / claimed, claimed / alone, claimed / followed);
            if (round > 0) {
                written.add(ours / theirs);
                handedOver.add(claimed / alone);
                withDeliveries.add(claimed / followed);
            }
            bare.empty();
            city.forget();
        }
        System.out.printf("notice: %d groups written in %s times a bare INSERT … SELECT of the same rows; aim at most 2%n", GROUPS, written);
        System.out.printf("notice: outbox lines of %d groups an owner handed over at %s of the bare SKIP LOCKED rate; aim at least 0.5%n", OWNED, handedOver);
        System.out.printf("notice: with each group's delivery moved in the same transaction at %s of it%n", withDeliveries);
    }

    @Test
    void keptWithinTheLimits() {
        City city = new City(sql);
        city.build(GROUPS, 1);
        city.showToTheSandbox();
        clockStore.move(City.AFTERNOON, true);
        approved();
        clockStore.move(clock.now().plusSeconds(60), true);
        notices.dispatchDue();
        Channel channel = channels.stream().filter(c -> c.route() == Route.OWNER_CONFIRM).findFirst().orElseThrow();
        held.hold();
        Instant start = clock.now();
        OutboxWorker node = node(List.of(channel));
        node.start();
        await().atMost(Duration.ofMinutes(30)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> {
            Duration rest = channel.restsFor();
            held.advance(rest);
            clockStore.move(clock.now().plus(rest), true);
            return rest.isZero() && waiting() == 0;
        });
        node.stop();
        held.release();
        long took = Duration.between(start, clock.now()).toSeconds();
        long bound = (GROUPS - 1) / A_MINUTE * 60L;
        System.out.printf(
                "notice: %d tasks of an owner each made in %d s of their time; the bound is %d s for %d calls a minute: %.3f times; aim at most 1.05%n",
                sql.sql("select count(*) from sandbox.group_task").query(Integer.class).single(), took, bound, A_MINUTE, took / (double) bound);
        System.out.printf("notice: %.0f answers 45009; aim 0%n", meters.counter("linli.wecom.calls", "outcome", "45009").count());
        assertThat(done()).isEqualTo(GROUPS);
    }

    /** The machine's clock stands still while the limits are measured, so that only the bench lets time pass. */
    static class Held extends Clock {

        private volatile Instant at;

        void hold() {
            at = Instant.now();
        }

        void advance(Duration by) {
            at = at.plus(by);
        }

        void release() {
            at = null;
        }

        @Override
        public Instant instant() {
            Instant still = at;
            return still == null ? Instant.now() : still;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        Held held() {
            return new Held();
        }

        @Bean
        @Primary
        MachineClock heldMachineClock(Held held) {
            return new MachineClock(held);
        }
    }

    private Notice approved() {
        Notice notice = notices.create(null, new NoticeDraft(
                "waste-sorting", null, Map.of("content", "厨余垃圾请沥干水分后投放，大件垃圾请放到小区指定的堆放点。"), new Audience.Everything(false), null), CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        return notices.approve(notice.id(), null, null, REVIEWER);
    }

    private void drain(Accepting accepting) {
        OutboxWorker node = node(List.of(accepting));
        node.start();
        await().atMost(Duration.ofMinutes(10)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> accepting.lines() >= GROUPS);
        node.stop();
    }

    /** As it runs in production. */
    private OutboxWorker node(List<Channel> routes) {
        return new OutboxWorker(mapper, outbox, clock, new OutboxProperties(WORKERS, Duration.ofSeconds(60), 8, false), transaction, meters, routes);
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
