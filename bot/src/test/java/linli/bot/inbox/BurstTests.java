package linli.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import linli.bot.AnotherNode;
import linli.bot.BotApplication;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.privacy.TextVault;
import linli.bot.ticket.Announcements;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;

/**
 * Several groups talk of a power cut. Whoever handles that, however often interrupted, comes to the same tickets, voices
 * and lines as one worker who is left in peace.
 */
@SpringBootTest(
        classes = BotApplication.class,
        properties = {"linli.inbox.workers=0", "linli.outbox.workers=0", "linli.schedule.enabled=false", "linli.community.settle=1s"})
class BurstTests {

    private static final int GROUPS = 6;
    private static final int LINES = 900;
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> TALK = List.of(
            "停电了", "家里停电了", "+1", "我家也是", "怎么突然没电了", "2单元也停电了", "好久来电哦", "电梯也不动了", "哈哈哈", "一样", "整栋都停电了吗",
            "手机只有10%的电了", "物业在不在", "同", "我家也停电了", "1单元没电", "早点睡嘛", "收到", "空调都开不了", "谢谢");

    @Autowired
    InboxMapper mapper;

    @Autowired
    MessageHandler handler;

    @Autowired
    KeptLines kept;

    @Autowired
    TextVault vault;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Inbox inbox;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    Announcements announcements;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    Environment environment;

    private final List<InboxWorker> nodes = new ArrayList<>();
    private Instant begin;

    @BeforeEach
    void aCommunity() {
        begin = clock.now().minusSeconds(LINES / 20);
        long community = areas.put("burst", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long grid = areas.put("burst-g", AreaKind.GRID, "第1网格", "1", community, 0);
        for (int i = 1; i <= GROUPS; i++) {
            areas.put("burst-b" + i, AreaKind.BUILDING, i + "栋", String.valueOf(i), grid, 100);
        }
        if (sql.queryForObject("select count(*) from inbox_message where chat_id like 'calm-%'", Integer.class) == 0) {
            say("calm");
            start(1);
            awaitHandled("calm");
            stop();
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(InboxWorker::stop);
        nodes.clear();
    }

    /** A worker as another node has it: nobody rings its bell when lines come. */
    private void start(int workers) {
        InboxWorker node = new InboxWorker(
                mapper, handler, kept, vault, new InboxBell(), new InboxProperties(workers, LEASE, 20), transaction, meters);
        node.start();
        nodes.add(node);
    }

    private void say(String burst) {
        bind(burst);
        Random random = new Random(7);
        for (int from = 0; from < LINES; from += 150) {
            List<IncomingMessage> page = new ArrayList<>();
            for (int i = from; i < from + 150; i++) {
                page.add(new IncomingMessage(
                        "wecom", burst + i, i, burst + "-" + (i % GROUPS + 1), "wm-" + i % GROUPS + "-" + random.nextInt(60), Kind.TEXT,
                        TALK.get(random.nextInt(TALK.size())), null, null, null, begin.plusMillis(i * 50L)));
            }
            transaction.executeWithoutResult(status -> inbox.append(page));
        }
    }

    private void bind(String burst) {
        for (int i = 1; i <= GROUPS; i++) {
            long building = areas.findByCode("burst-b" + i).orElseThrow().id();
            long grid = areas.findByCode("burst-g").orElseThrow().id();
            String name = i + "栋" + burst + "群";
            groups.announce(name, GroupKind.BUILDING, building, grid, "wangge1", null);
            groups.learn(burst + "-" + i, name, "wangge1", 60);
        }
    }

    private int handled(String burst) {
        return sql.queryForObject("select count(*) from inbox_message where state = 'DONE' and chat_id like ?", Integer.class, burst + "-%");
    }

    private void awaitHandled(String burst) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> handled(burst) == LINES);
    }

    /** By group: what became of its lines, and its tickets with their voices, lines and history. */
    private List<String> cameTo(String burst) {
        return Stream.concat(
                        sql.queryForList(
                                "select substr(chat_id, strpos(chat_id, '-')) || ' ' || outcome || ' ' || count(*) from inbox_message"
                                        + " where chat_id like ? group by chat_id, outcome order by chat_id, outcome", String.class, burst + "-%").stream(),
                        sql.queryForList(
                                "select substr(g.external_chat_id, strpos(g.external_chat_id, '-')) || ' ' || t.matter || ' ' || t.place_label || ' '"
                                        + " || t.status || ' ' || t.voices || ' ' || (select count(*) from ticket_voice v where v.ticket_id = t.id)"
                                        + " || ' ' || (select count(*) from ticket_message m where m.ticket_id = t.id)"
                                        + " || ' ' || (select count(*) from ticket_event e where e.ticket_id = t.id and e.kind <> 'SAID')"
                                        + " from ticket t join chat_group g on g.id = t.chat_group_id where g.external_chat_id like ?"
                                        + " order by g.external_chat_id, t.matter, t.place_label, t.voices", String.class, burst + "-%").stream())
                .toList();
    }

    private void assertThatItCameToTheSameAsInPeace(String burst) {
        assertThat(cameTo("calm")).hasSizeGreaterThan(GROUPS * 2);
        assertThat(cameTo(burst)).isEqualTo(cameTo("calm"));
        assertThat(sql.queryForObject("select count(*) from inbox_message where chat_id like ? and attempts > 0", Integer.class, burst + "-%")).isZero();
        assertThatEachGroupHearsEachLineOnce(burst);
    }

    private void assertThatEachGroupHearsEachLineOnce(String burst) {
        // The last lines settle within a second.
        await().atMost(LIMIT).until(() -> {
            List<Thread> sweeps = List.of(new Thread(announcements::sendDue), new Thread(announcements::sendDue));
            sweeps.forEach(Thread::start);
            for (Thread sweep : sweeps) {
                sweep.join();
            }
            return announcements.nextDue(Instant.EPOCH).filter(due -> due.isBefore(clock.now())).isEmpty();
        });
        assertThat(sql.queryForList(
                        "select o.target || ' ' || o.text from outbox_message o where o.target like ? group by o.target, o.text having count(*) > 1", String.class, burst + "-%"))
                .isEmpty();
        assertThat(sql.queryForObject(
                        "select count(*) from ticket t join chat_group g on g.id = t.chat_group_id where g.external_chat_id like ? and t.status = 'OPEN'"
                                + " and (select count(*) from announcement a where a.ticket_id = t.id and 'ACK' = any (a.reasons)) <> 1",
                        Integer.class, burst + "-%"))
                .isZero();
    }

    @Test
    void twoNodesAndARedisThatIsFlushedChangeNoCountAndRepeatNoLine() {
        start(2);
        start(2);
        say("flushed");
        for (int part = 1; part <= 4; part++) {
            int enough = LINES * part / 5;
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> handled("flushed") >= enough);
            redis.flushAll();
        }
        awaitHandled("flushed");
        assertThatItCameToTheSameAsInPeace("flushed");
    }

    @Test
    void aProcessKilledInTheMiddleOfABurstChangesNoCountAndRepeatsNoLine() throws Exception {
        say("killed");
        Process other = anotherProcess();
        try {
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> handled("killed") > 0 || !other.isAlive());
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(handled("killed")).isLessThan(LINES);
        start(2);
        awaitHandled("killed");
        assertThatItCameToTheSameAsInPeace("killed");
    }

    @Test
    void aWorkerThatOutstaysItsLeaseWritesNothing() {
        say("late");
        mapper.claimLane("slow", 0);
        start(1);
        awaitHandled("late");
        assertThat(sql.queryForObject("select count(*) from inbox_lane where leased_by = 'slow'", Integer.class)).isZero();
        assertThatItCameToTheSameAsInPeace("late");
    }

    private Process anotherProcess() throws IOException {
        return AnotherNode.start(
                environment, "--linli.inbox.workers=2", "--linli.inbox.batch=20", "--linli.inbox.lease=" + LEASE.toSeconds() + "s",
                "--linli.outbox.workers=0", "--linli.community.settle=1s");
    }
}
