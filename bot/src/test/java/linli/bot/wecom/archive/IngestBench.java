package linli.bot.wecom.archive;

import static linli.bot.bench.Rounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import linli.bot.bench.Rounds;
import linli.bot.community.ChatGroups;
import linli.bot.time.MachineClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares sealed archive items coming in until their tickets are committed with bare inserts of the very rows they left;
 * same PostgreSQL, same number of connections, interleaved rounds of one run. An item costs its RSA and AES opening, its
 * JSON, reading, routing and all bookkeeping; what is left out is HTTP. A bare insert is one transaction for each message,
 * with all rows that message led to.
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
class IngestBench {

    private static final int GROUPS = 54;
    private static final int LINES_A_GROUP = 20;
    private static final int ROUNDS = 5;

    /** The puller and two inbox workers. */
    private static final int CONNECTIONS = 3;

    /** Of one kind of trouble a group has at most one open ticket a day, so each line is a day after the one before. */
    private static final Duration APART = Duration.ofHours(25);

    private static final List<String> TROUBLES = List.of(
            "2单元电梯又停了，等了十分钟了",
            "一单元楼道灯坏了，晚上看不见",
            "3单元门口垃圾堆了两天没人收",
            "2单元水管爆了，水流到楼道里了",
            "家里停水了，1单元都没水",
            "楼下有人乱停车把消防通道堵了",
            "4楼漏水漏到我家了，请物业来看看",
            "小区门口路灯不亮了");

    @Autowired
    ChatGroups groups;

    @Autowired
    ArchiveStore store;

    @Autowired
    MachineClock machine;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Test
    void ingest() throws Exception {
        showGroups();
        Sealer sealer = new Sealer();
        BareRows rows = new BareRows(database, sql);
        Rounds ratios = new Rounds();
        Rounds perSecond = new Rounds();
        long seq = 0;
        for (int round = -1; round < ROUNDS; round++) {
            long from = rows.lastMessage();
            List<ArchiveItem> items = sealer.seal(seq, round);
            seq += items.size();
            double ours = items.size() / seconds(() -> takeIn(sealer, items));
            assertThat(rows.failures()).isEmpty();
            BareRows.Round bare = rows.of(from);
            double theirs = items.size() / seconds(() -> bare.insert(CONNECTIONS));
            System.out.printf(
                    "ingest %s: %d items left %s; %.0f a second against %.0f: %.2f%n",
                    round < 0 ? "warm-up" : "round " + (round + 1), items.size(), bare.describe(), ours, theirs, ours / theirs);
            if (round >= 0) {
                ratios.add(ours / theirs);
                perSecond.add(ours);
            }
        }
        System.out.printf(
                "ingest: %.0f items a second to the ticket committed, ratio to bare inserts of the same rows over %d connections %s; aim 0.33%n",
                perSecond.median(), CONNECTIONS, ratios);
    }

    /** The sample community's buildings, their groups seen at WeCom. */
    private void showGroups() {
        for (int building = 1; building <= GROUPS; building++) {
            groups.learn("wrBench" + building, building + "栋邻里群", "wangge1", 200);
        }
    }

    /** From the first pull until nothing waits any more. */
    private void takeIn(Sealer sealer, List<ArchiveItem> items) {
        ArchivePuller puller =
                new ArchivePuller(sealer.source(items), version -> sealer.privateKey(), store, Duration.ofSeconds(1), 500, machine, meters);
        long last = items.get(items.size() - 1).seq();
        puller.start();
        await().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(() ->
                sql.sql("select exists (select 1 from inbox_message where seq = ? and adapter = 'wecom')"
                                        + " and not exists (select 1 from inbox_message where state = 'NEW' and attempts = 0)")
                        .param(last)
                        .query(Boolean.class)
                        .single());
        puller.stop();
    }

    /** The other side: seals items as the archive does, before the clock runs. */
    private final class Sealer {

        private final ItemSealer sealer = new ItemSealer();

        PrivateKey privateKey() {
            return sealer.privateKey();
        }

        List<ArchiveItem> seal(long seq, int round) throws GeneralSecurityException {
            List<ArchiveItem> items = new ArrayList<>();
            Instant first = machine.now().minus(APART.multipliedBy((long) LINES_A_GROUP * (ROUNDS - round)));
            for (int line = 0; line < LINES_A_GROUP; line++) {
                for (int group = 1; group <= GROUPS; group++) {
                    long number = seq + items.size() + 1;
                    String plain = "{\"msgid\":\"bench-" + number + "_external\",\"action\":\"send\",\"from\":\"wm" + group + "-"
                            + line + "\",\"tolist\":[\"wangge1\"],\"roomid\":\"wrBench" + group + "\",\"msgtime\":"
                            + first.plus(APART.multipliedBy(line)).toEpochMilli()
                            + ",\"msgtype\":\"text\",\"text\":{\"content\":\""
                            + TROUBLES.get((line + group) % TROUBLES.size()) + "\"}}";
                    items.add(sealer.seal(number, "bench-" + number + "_external", plain));
                }
            }
            return items;
        }

        /** Opens bodies as the sandbox's source does. */
        ArchiveSource source(List<ArchiveItem> items) {
            return new ArchiveSource() {
                @Override
                public String name() {
                    return "bench";
                }

                @Override
                public List<ArchiveItem> pull(long seq, int limit) {
                    return new ArrayList<>(
                            items.stream().filter(item -> item.seq() > seq).limit(limit).toList());
                }

                @Override
                public String open(ArchiveItem item, String key) throws GeneralSecurityException {
                    return sealer.open(item, key);
                }
            };
        }
    }
}
