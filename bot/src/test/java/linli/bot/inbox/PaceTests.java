package linli.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import linli.bot.BotApplication;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.privacy.TextVault;
import linli.bot.ticket.Announcements;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three groups have no water and say so for thirteen minutes. What they are told depends on what was said and when, not on
 * how soon anybody got round to handling it.
 */
@SpringBootTest(
        classes = BotApplication.class,
        properties = {
            "linli.inbox.workers=0",
            "linli.outbox.workers=0",
            "linli.schedule.enabled=false",
            "linli.community.settle=90s",
            "linli.community.spacing=10m"
        })
class PaceTests {

    private static final int GROUPS = 3;
    private static final int SECONDS = 13 * 60;
    private static final int STEP = 2;
    private static final Instant BEGIN = Instant.parse("2026-07-14T02:00:00Z");
    private static final List<String> TALK = List.of(
            "停水了", "+1", "我家也是", "2单元也没水", "好久来水哦", "电梯又停了", "哈哈哈", "一样", "3单元没水", "物业在不在", "1单元没得水", "谢谢");

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
    ClockStore clocks;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    void aCommunity() {
        long community = areas.put("pace", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long grid = areas.put("pace-g", AreaKind.GRID, "第1网格", "1", community, 0);
        for (int i = 1; i <= GROUPS; i++) {
            areas.put("pace-b" + i, AreaKind.BUILDING, i + "栋", String.valueOf(i), grid, 100);
        }
    }

    @Test
    void aSlowMachineSaysWhatAQuickOneSays() {
        List<String> quick = play("quick", STEP, 1, 50);

        assertThat(quick).as("an acknowledgement, and ten minutes later how many there are or the other trouble").hasSize(GROUPS * 2);
        assertThat(play("slow", 50, 1, 50)).isEqualTo(quick);
        assertThat(play("slow-in-small-batches", 36, 2, 3)).isEqualTo(quick);
    }

    @Test
    void aPictureBelongsToTheWordsAfterItAlsoWhenBothAreHandledTogether() {
        talk("picture");
        clocks.move(BEGIN.plusSeconds(30), true);
        transaction.executeWithoutResult(status -> inbox.append(List.of(
                new IncomingMessage("wecom", "picture1", 1, "picture-1", "wm1", Kind.IMAGE, "", "media", null, null, BEGIN),
                new IncomingMessage("wecom", "picture2", 2, "picture-1", "wm1", Kind.TEXT, "2单元楼道灯坏了", null, null, null, BEGIN.plusSeconds(20)))));
        work(1, 50);

        assertThat(sql.queryForObject(
                        "select count(*) from ticket_message m join inbox_message i on i.id = m.message_id where i.chat_id = 'picture-1'", Integer.class))
                .isEqualTo(2);
    }

    /** @param rest seconds of the community's time between two looks at what was said */
    private List<String> play(String pace, int rest, int workers, int batch) {
        List<List<IncomingMessage>> talk = talk(pace);
        for (int second = 0; second <= SECONDS; second += STEP) {
            clocks.move(BEGIN.plusSeconds(second), true);
            List<IncomingMessage> said = talk.get(second);
            transaction.executeWithoutResult(status -> inbox.append(said));
            speak();
            if (second % rest == 0 && mapper.countUnhandled() > 0) {
                work(workers, batch);
                speak();
            }
        }
        return sql.queryForList("select target || ' ' || text from outbox_message where target like ? order by target, id", String.class, pace + "-_")
                .stream()
                .map(line -> line.substring(pace.length()).replaceAll("\\d{6}-\\d{3,}", "{n}").replaceAll("(没解决|满意) \\d+", "$1 {n}"))
                .toList();
    }

    /** Handles everything that was said. */
    private void work(int workers, int batch) {
        InboxWorker node = new InboxWorker(
                mapper, handler, kept, vault, new InboxBell(), new InboxProperties(workers, Duration.ofSeconds(30), batch), transaction, meters);
        node.start();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2))
                .until(() -> mapper.countUnhandled() == 0 && mapper.countBusyLanes() == 0);
        node.stop();
    }

    /** A sweep, and what it wrote reaches the group at once. */
    private void speak() {
        announcements.sendDue();
        sql.update("update outbox_message set state = 'SENT', sent_at = ? where state = 'WAITING' and not_before <= ?",
                Timestamp.from(clock.now()), Timestamp.from(clock.now()));
    }

    /** What is said in each second. */
    private List<List<IncomingMessage>> talk(String pace) {
        List<List<IncomingMessage>> talk = new ArrayList<>();
        for (int group = 1; group <= GROUPS; group++) {
            String chat = pace + "-" + group;
            groups.announce(chat, GroupKind.BUILDING, areas.findByCode("pace-b" + group).orElseThrow().id(), areas.findByCode("pace-g").orElseThrow().id(), null, null);
            groups.learn(chat, chat, null, 100);
        }
        Random random = new Random(15);
        for (int second = 0; second <= SECONDS; second++) {
            List<IncomingMessage> said = new ArrayList<>();
            if (second % (2 * STEP) == 0) {
                for (int group = 1; group <= GROUPS; group++) {
                    said.add(new IncomingMessage(
                            "wecom", pace + second + "-" + group, second, pace + "-" + group, "wm" + random.nextInt(20 + second / 3), Kind.TEXT,
                            TALK.get(random.nextInt(TALK.size())), null, null, null, BEGIN.plusSeconds(second)));
                }
            }
            talk.add(said);
        }
        return talk;
    }
}
