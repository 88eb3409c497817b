package linli.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import linli.bot.BotApplication;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketStatus;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines go in as a channel delivers them and come out as tickets, or stay where somebody can see them. */
@SpringBootTest(classes = BotApplication.class)
class InboxTests {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    Inbox inbox;

    @Autowired
    Told told;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final int number = COUNTER.incrementAndGet();
    private final String chat = "wr-inbox-" + number;
    private long gridId;
    private long buildingId;

    @BeforeEach
    void aBuildingWithItsGroup() {
        long community = areas.put("inbox", AreaKind.COMMUNITY, "试验社区", null, null, 0);
        gridId = areas.put("inbox-g", AreaKind.GRID, "第1网格", "1", community, 0);
        buildingId = areas.put("inbox-b" + number, AreaKind.BUILDING, number + "栋", String.valueOf(number), gridId, 100);
    }

    private void bound() {
        groups.announce("收件" + number + "栋群", GroupKind.BUILDING, buildingId, gridId, "wangge1", null);
        groups.learn(chat, "收件" + number + "栋群", "wangge1", 10);
    }

    private String say(Kind kind, String text) {
        String id = chat + "-" + COUNTER.incrementAndGet();
        append(new IncomingMessage("wecom", id, COUNTER.get(), chat, "wm-neighbour", kind, text, null, null, null, clock.now()));
        return id;
    }

    private void append(IncomingMessage message) {
        transaction.executeWithoutResult(status -> inbox.append(List.of(message)));
    }

    private String outcome(String id) {
        return jdbc.queryForObject("select coalesce(outcome, '') from inbox_message where msg_id = ?", String.class, id);
    }

    private List<Ticket> opened() {
        ChatGroup group = groups.findByExternalId(chat).orElseThrow();
        return groupTickets.openIn(group.id(), Instant.EPOCH);
    }

    @Test
    void aLineDeliveredThreeTimesHasOneEffect() {
        bound();
        IncomingMessage line =
                new IncomingMessage("wecom", chat + "-same", 1, chat, "wm-a", Kind.TEXT, "2单元电梯停了，等了十分钟了", null, null, null, clock.now());

        for (int i = 0; i < 3; i++) {
            append(line);
        }

        await().until(() -> outcome(chat + "-same").equals("ticket"));
        assertThat(opened()).hasSize(1);
        assertThat(opened().get(0).voices()).isOne();
    }

    @Test
    void aLineOfAHundredThousandSignsAnEmojiStormAndBrokenSignsAreReadOrCutAndLoseNothing() {
        bound();
        String huge = say(Kind.TEXT, "水".repeat(100_000));
        String storm = say(Kind.TEXT, "😀👨‍👩‍👧‍👦".repeat(500));
        String broken = say(Kind.TEXT, "电梯\u0000停了\uD800，十分钟了");

        await().until(() -> !outcome(huge).isEmpty() && !outcome(storm).isEmpty() && !outcome(broken).isEmpty());

        assertThat(told.byVendorId(huge).orElseThrow().textMasked()).hasSize(Inbox.LONGEST + 1);
        assertThat(told.words(told.byVendorId(broken).orElseThrow())).isEqualTo("电梯停了\uFFFD，十分钟了");
    }

    @Test
    void aKindNeverSeenIsKeptAndHarmless() {
        bound();

        String id = say(Kind.OTHER, "");

        await().until(() -> outcome(id).equals("unread"));
    }

    @Test
    void aNumberOnALineIsMaskedWhereverItIsShown() {
        bound();

        String id = say(Kind.TEXT, "我的电话是 13800138000");

        assertThat(told.byVendorId(id).orElseThrow().textMasked()).doesNotContain("13800138000");
        Integer at = jdbc.queryForObject(
                "select position(convert_to('13800138000', 'UTF8') in text_sealed) from inbox_message where msg_id = ?", Integer.class, id);
        assertThat(at).isZero();
    }

    @Test
    void aLineThatCannotBeHandledIsQuarantinedAfterFiveFailuresAndItsGroupGoesOn() {
        bound();
        String poison = transaction.execute(status -> {
            String id = say(Kind.TEXT, "坏的一句");
            jdbc.update("update inbox_message set text_sealed = '\\x0102'::bytea where msg_id = ?", id);
            return id;
        });
        String next = say(Kind.TEXT, "3单元电梯停了，等了十分钟了");

        await().atMost(Duration.ofMinutes(1)).until(() -> outcome(next).equals("ticket"));

        assertThat(told.quarantined()).anySatisfy(line -> {
            assertThat(line.chatId()).isEqualTo(chat);
            assertThat(line.attempts()).isEqualTo(5);
        });
        assertThat(told.byVendorId(poison)).isPresent();
    }

    @Test
    void anUnboundGroupIsKeptUnreadAndWhatWasSaidLatelyBecomesCandidatesOnceItIsBound() {
        groups.learn(chat, "不认识的群", "wangge1", 5);
        String old = chat + "-old";
        append(new IncomingMessage(
                "wecom", old, 1, chat, "wm-a", Kind.TEXT, "2单元电梯停了，等了十分钟了", null, null, null, clock.now().minus(Duration.ofHours(3))));
        await().until(() -> outcome(old).equals("unbound"));
        ChatGroup group = groups.findByExternalId(chat).orElseThrow();
        assertThat(groupTickets.openIn(group.id(), Instant.EPOCH)).isEmpty();

        groups.bind(group.id(), GroupKind.BUILDING, buildingId, gridId, null);

        await().until(() -> outcome(old).equals("ticket"));
        assertThat(candidates(group)).isOne();
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where target = ?", Integer.class, chat)).isZero();
    }

    private int candidates(ChatGroup group) {
        return jdbc.queryForObject(
                "select count(*) from ticket where chat_group_id = ? and status = ?",
                Integer.class,
                group.id(),
                TicketStatus.CANDIDATE.name());
    }
}
