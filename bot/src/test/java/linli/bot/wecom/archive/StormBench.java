package linli.bot.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.sql.DataSource;
import linli.bot.community.ChatGroups;
import linli.bot.inbox.MessageHandler;
import linli.bot.ticket.Announcements;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everybody talks at once: a power cut in 54 groups, each line coming into the archive at its own moment of real time.
 * {@code STORM_SECONDS} and {@code STORM_RATE} (messages a second in each group) make a shorter or a lighter one. An item's
 * delay runs from when the archive has it until what it led to is committed. A bare insert is one transaction for each
 * message, with all rows that message led to, over the connections that handling has. Left out is the archive's HTTP. The
 * storm blows twice, at ten in the morning of two days, and both must leave the same tickets with the same voices and say
 * the same to the same groups.
 */
@SpringBootTest(
        properties = {
            "linli.wecom.base-url=http://127.0.0.1:9",
            "linli.wecom.corp-id=wwbench",
            "linli.wecom.agent-id=1",
            "linli.wecom.secret=none",
            "linli.wecom.token=none",
            "linli.wecom.aes-key=jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "linli.community.name=芙蓉中路社区",
            "linli.community.assistant=芙蓉小助手",
            "linli.setup.import=${linli.config}/sample/community.xlsx"
        })
class StormBench {

    private static final int GROUPS = 54;
    private static final int SECONDS = number("STORM_SECONDS", 60);
    private static final int RATE = number("STORM_RATE", 20);
    private static final int COUNT = GROUPS * RATE * SECONDS;
    private static final int SPEAKERS = 200;

    /** The puller and two inbox workers. */
    private static final int CONNECTIONS = 3;

    /** Half a group says that the power is off, the others ask and chat. */
    private static final List<String> TALK = List.of(
            "停电了", "家里停电了", "+1", "我家也是", "怎么突然没电了", "2单元也停电了", "好久来电哦", "电梯也不动了",
            "哈哈哈", "蜡烛都找不到", "一样", "整栋都停电了吗", "手机只有10%的电了", "物业在不在", "同", "有人打电话没有",
            "我家也停电了", "1单元没电", "饭都煮不成了", "早点睡嘛", "又停电，这个月第三回了", "收到", "空调都开不了", "谢谢");

    @Autowired
    ChatGroups groups;

    @Autowired
    ArchiveStore store;

    @Autowired
    MachineClock machine;

    @Autowired
    CommunityClock clock;

    @Autowired
    ClockStore clocks;

    @Autowired
    Announcements announcements;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Autowired
    Arrivals arrivals;

    @Autowired
    StatementCounts statements;

    @Test
    void storm() throws Exception {
        for (int building = 1; building <= GROUPS; building++) {
            groups.learn("wrBench" + building, building + "栋邻里群", "wangge1", SPEAKERS);
        }
        BareRows rows = new BareRows(database, sql);
        ItemSealer sealer = new ItemSealer();
        morning();
        blow(sealer, 0, GROUPS * 60);
        calm();
        Heard first = storm(sealer, rows, GROUPS * 60);
        calm();
        Heard again = storm(sealer, rows, GROUPS * 60 + COUNT);
        System.out.printf("storm: the same storm again left %s tickets and voices, and %s lines%n",
                first.tickets().equals(again.tickets()) ? "the same" : "other", first.lines().equals(again.lines()) ? "the same" : "other");
        if (!first.equals(again)) {
            System.out.println("storm: first only " + first.without(again));
            System.out.println("storm: again only " + again.without(first));
        }
        assertThat(rows.failures()).isEmpty();
    }

    /** The next ten o'clock that nobody has lived through yet. */
    private void morning() {
        clocks.move(clock.today().plusDays(1).atTime(10, 0).atZone(CommunityClock.ZONE).toInstant(), false);
    }

    /** Two days later nothing is open, and nobody remembers what was said. */
    private void calm() {
        morning();
        sql.sql("update ticket set status = 'CLOSED', updated_at = updated_at - interval '2 days', created_at = created_at - interval '2 days'").update();
        sql.sql("delete from group_thread").update();
    }

    private Heard storm(ItemSealer sealer, BareRows rows, int from) throws Exception {
        long before = rows.lastMessage();
        long firstTicket = count("select coalesce(max(id), 0) from ticket");
        long firstLine = count("select coalesce(max(id), 0) from outbox_message");
        statements.reset();
        Instant start = blow(sealer, from, COUNT);
        report(rows, before, firstTicket, firstLine, start);
        hearOut();
        List<String> lines = sql.sql("select distinct on (o.id) o.target || ' ' || o.text from ticket_event e join outbox_message o on o.id = e.line_id"
                        + " where e.ticket_id > ? and e.kind = 'SAID' and o.route <> 'STAFF_APP'")
                .param(firstTicket)
                .query(String.class)
                .list()
                .stream()
                .map(line -> line.replaceAll("\\d{6}-\\d{3,}", "{n}"))
                .sorted()
                .toList();
        System.out.printf("storm: %d lines for groups when all was said%n", lines.size());
        return new Heard(sql.sql("select g.name || ' ' || t.matter || ' ' || t.place_label || ' ' || t.status || ' ' || t.voices from ticket t"
                        + " join chat_group g on g.id = t.chat_group_id where t.id > ? order by 1")
                .param(firstTicket)
                .query(String.class)
                .list(), lines);
    }

    /** Half an hour passes, and everything that falls due in it is said. */
    private void hearOut() {
        Instant end = clock.now().plus(Duration.ofMinutes(30));
        for (Instant due = clock.now(); due.isBefore(end); due = announcements.nextDue(due).orElse(end)) {
            clocks.move(due, true);
            announcements.sendDue();
        }
    }

    /** Each ticket with its group, place, state and voices, and what each group was told, without the numbers. */
    private record Heard(List<String> tickets, List<String> lines) {

        List<String> without(Heard other) {
            List<String> left = new ArrayList<>(tickets);
            other.tickets.forEach(left::remove);
            List<String> said = new ArrayList<>(lines);
            other.lines.forEach(said::remove);
            left.addAll(said);
            return left;
        }
    }

    /** Seals that many, lets them come in at their moments, and waits until each was handled. @return when the first one came */
    private Instant blow(ItemSealer sealer, int from, int count) throws Exception {
        Random random = new Random(54);
        Instant start = machine.now().plus(Duration.ofMillis(500 + count / 5L));
        List<ArchiveItem> items = new ArrayList<>(count);
        long ahead = Duration.between(machine.now(), clock.now()).toMillis();
        long[] due = new long[count];
        for (int i = 0; i < count; i++) {
            due[i] = start.toEpochMilli() + i * 1000L / (GROUPS * RATE);
            long number = from + i + 1L;
            items.add(sealer.seal(number, "bench-" + number + "_external",
                    "{\"msgid\":\"bench-" + number + "_external\",\"action\":\"send\",\"from\":\"wm" + (i % GROUPS) + "-" + random.nextInt(SPEAKERS)
                            + "\",\"tolist\":[\"wangge1\"],\"roomid\":\"wrBench" + (i % GROUPS + 1) + "\",\"msgtime\":" + (due[i] + ahead)
                            + ",\"msgtype\":\"text\",\"text\":{\"content\":\"" + TALK.get(random.nextInt(TALK.size())) + "\"}}"));
        }
        arrivals.expect(from, count);
        ArchivePuller puller = new ArchivePuller(
                source(sealer, items, due, from), version -> sealer.privateKey(), store, Duration.ofMillis(200), 500, machine, meters);
        WorkDone work = new WorkDone(sql);
        puller.start();
        await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(500)).until(() -> arrivals.handled() >= count);
        if (count == COUNT) {
            System.out.printf("storm: %.1f statements a message; %s%n", statements.total() / (double) count, work.since(count));
        }
        puller.stop();
        arrivals.dueAt(due);
        return start;
    }

    private ArchiveSource source(ItemSealer sealer, List<ArchiveItem> items, long[] due, int from) {
        return new ArchiveSource() {
            @Override
            public String name() {
                return "bench";
            }

            @Override
            public List<ArchiveItem> pull(long seq, int limit) {
                long now = machine.now().toEpochMilli();
                List<ArchiveItem> page = new ArrayList<>();
                for (int i = (int) Math.max(0, seq - from); i < due.length && due[i] <= now && page.size() < limit; i++) {
                    page.add(items.get(i));
                }
                return page;
            }

            @Override
            public String open(ArchiveItem item, String key) throws GeneralSecurityException {
                return sealer.open(item, key);
            }
        };
    }

    private void report(BareRows rows, long from, long firstTicket, long firstLine, Instant start) throws Exception {
        int count = COUNT;
        long[] delays = arrivals.delays();
        Arrays.sort(delays);
        double took = (arrivals.lastAt() - start.toEpochMilli()) / 1000.0;
        long stored = count("select count(*) from inbox_message where state = 'DONE' and id > " + from);
        System.out.printf("storm: %d groups, %d lines a second each, %d s: %d items, %d handled, %d lost, %d doubled%n",
                GROUPS, RATE, SECONDS, count, stored, count - stored, arrivals.doubled());
        System.out.printf("storm: %d tickets, %d candidates, %d hot issues over them, %d voices, %d cards for staff%n",
                count("select count(*) from ticket where status <> 'CANDIDATE' and id > " + firstTicket),
                count("select count(*) from ticket where status = 'CANDIDATE' and id > " + firstTicket),
                count("select count(distinct parent_id) from ticket where id > " + firstTicket),
                count("select count(*) from ticket_voice where ticket_id > " + firstTicket),
                count("select count(*) from outbox_message where route = 'STAFF_APP' and key like 'ticket:%' and split_part(key, ':', 2)::bigint > " + firstTicket));
        System.out.println("storm: cards for staff by reason "
                + sql.sql("select split_part(key, ':', 1) || ' ' || split_part(key, ':', 3) || ' ' || count(*) || ' about ' || count(distinct split_part(key, ':', 2))"
                                + " from outbox_message where route = 'STAFF_APP' and id > ? and key like 'ticket:%' and split_part(key, ':', 2)::bigint > ? group by split_part(key, ':', 1), split_part(key, ':', 3) order by 1")
                        .param(firstLine)
                        .param(firstTicket)
                        .query(String.class)
                        .list());
        System.out.println("storm: tickets by matter " + sql.sql("select matter || ' ' || count(*) from ticket where id > ? group by matter order by count(*) desc")
                .param(firstTicket).query(String.class).list());
        System.out.printf("storm: from archive item to handled p50 %.2f s, p99 %.2f s, largest %.2f s; the last one %.1f s after the end%n",
                delays[count / 2] / 1000.0, delays[count * 99 / 100] / 1000.0, delays[count - 1] / 1000.0, took - SECONDS);
        BareRows.Round bare = rows.of(from);
        double perSecond = count / took;
        long before = System.nanoTime();
        bare.insert(CONNECTIONS);
        double theirs = count / ((System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1));
        System.out.printf("storm: %.0f messages a second, bare inserts of the same rows (%s) %.0f: share %.2f%n",
                perSecond, bare.describe(), theirs, perSecond / theirs);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static int number(String name, int otherwise) {
        String given = System.getenv(name);
        return given == null || given.isBlank() ? otherwise : Integer.parseInt(given);
    }

    /** Notes when what a message led to was committed. */
    static class Arrivals implements MessageHandler {

        private final MessageHandler intake;
        private long from;
        private long[] due = {};
        private AtomicLongArray at = new AtomicLongArray(0);
        private AtomicIntegerArray times = new AtomicIntegerArray(0);

        Arrivals(MessageHandler intake) {
            this.intake = intake;
        }

        void expect(long from, int count) {
            this.from = from;
            at = new AtomicLongArray(count);
            times = new AtomicIntegerArray(count);
        }

        void dueAt(long[] due) {
            this.due = due.clone();
        }

        @Override
        public List<Disposition> handle(List<Spoken> lines) {
            List<Disposition> done = intake.handle(lines);
            int[] indexes = lines.subList(0, done.size()).stream().mapToInt(line -> (int) (line.message().seq() - from - 1)).toArray();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    for (int index : indexes) {
                        at.set(index, System.currentTimeMillis());
                        times.incrementAndGet(index);
                    }
                }
            });
            return done;
        }

        @Override
        public void before(String chatId, Instant saidAt) {
            intake.before(chatId, saidAt);
        }

        long handled() {
            return numbers().filter(index -> times.get(index) > 0).count();
        }

        long doubled() {
            return numbers().filter(index -> times.get(index) > 1).count();
        }

        long lastAt() {
            return numbers().mapToLong(at::get).max().orElse(0);
        }

        long[] delays() {
            return numbers().mapToLong(index -> at.get(index) - due[index]).toArray();
        }

        private java.util.stream.IntStream numbers() {
            return java.util.stream.IntStream.range(0, times.length());
        }
    }

    @TestConfiguration
    static class Watched {

        @Bean
        StatementCounts statementCounts() {
            return new StatementCounts();
        }

        @Bean
        @Primary
        Arrivals arrivals(@Qualifier("intake") MessageHandler intake) {
            return new Arrivals(intake);
        }
    }
}
