package linli.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.faq.Faqs;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketEvent;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.time.TimeTravel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A grid worker clears the night on a cheap phone: 360 px, a slow network that goes away in the middle, few taps. */
@SpringBootTest(
        classes = AdminApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "linli.sandbox.port=0", "linli.data=target/morning-data", "linli.morning.console=https://desk.example"
        })
class MorningIT extends InABrowser {

    /** The night's six items; what was done about the emergency at night costs no tap. */
    private static final int MOST_TAPS = 12;

    @Autowired
    TimeTravel travel;

    @Autowired
    CommunityClock clock;

    @Autowired
    ChatGroups groups;

    @Autowired
    Inbox inbox;

    @Autowired
    Told told;

    @Autowired
    Tickets tickets;

    @Autowired
    Outbox outbox;

    @Autowired
    Faqs faqs;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    private int taps;
    private int said;

    @Test
    void theNightsSixItemsAreClearedInTwelveTaps() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> groupOf("12") != null && groupOf("10") != null);
        faqs.put("社保卡办理地点和时间", List.of("社保卡"), "社区服务中心一楼，工作日 09:00–17:00。", true);
        Instant night = clock.local().plusDays(1).withHour(23).withMinute(0).withSecond(0).withNano(0).toInstant();
        travel.moveTo(night, false, Duration.ofSeconds(60));
        Ticket lamp = open(Level.TICKET, "12", trouble("12", Category.FACIL, "楼道灯", "楼道灯不亮", Urgency.P2), "楼道灯不亮");
        Ticket pit = open(Level.TICKET, "17", trouble("17", Category.FACIL, "化粪池", "化粪池外溢", Urgency.P1), "化粪池又冒出来了");
        Ticket dark = open(Level.CANDIDATE, "12", trouble("12", Category.FACIL, "楼道灯", "楼道灯", Urgency.P2), "楼梯间黑漆麻黑的");
        Ticket card = open(Level.CANDIDATE, "10", trouble("10", Category.OTH, "", "咨询", Urgency.P3), "哪个晓得社保卡在哪里办");
        Ticket fee = open(Level.CANDIDATE, "14", trouble("14", Category.OTH, "", "咨询", Urgency.P3), "这个月物业费是不是又涨了");
        travel.moveTo(morning(night), false, Duration.ofSeconds(120));

        String text = Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> sql.queryForList("select text from outbox_message where key like 'morning:%' and target = 'wangge2'", String.class).stream()
                        .reduce((a, b) -> b).orElse(""),
                found -> found.contains("早报"));
        assertThat(text).contains("受理", "/tickets/accept?no=" + lamp.no() + "&no=" + pit.no(), "社保卡在哪里办");

        try (BrowserContext phone = phone();
                BrowserContext other = phone()) {
            Page page = logIn(phone, "wangge2");
            CDPSession network = phone.newCDPSession(page);
            slow(network, false);
            taps = 1; // 受理②③ in the card
            page.navigate(console() + text.substring(text.indexOf("/tickets/accept?")).lines().findFirst().orElseThrow());
            tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("受理并发群").setExact(true)));
            assertThat(page.locator("#flash")).containsText("已受理 2 件", SOON);

            tap(page.locator("#menu a[href='/candidates']"));
            page.waitForURL("**/candidates");
            slow(network, true);
            tap(page.locator("article:visible").getByText(Pattern.compile("^并入 12栋")).first());
            assertThat(page.locator("#pending")).containsText("1 件待同步", SOON);
            tap(page.locator("article:visible").getByText("发送解答", new Locator.GetByTextOptions().setExact(true)));
            assertThat(page.locator("#pending")).containsText("2 件待同步", SOON);
            tap(page.locator("article:visible").getByText("不立单", new Locator.GetByTextOptions().setExact(true)));
            assertThat(page.locator("#pending")).containsText("3 件待同步", SOON);
            assertThat(status(dark)).isEqualTo(TicketStatus.CANDIDATE);
            slow(network, false);
            assertThat(page.locator("main")).containsText("没有线索等您看", SOON);

            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(status(lamp)).isEqualTo(TicketStatus.ACCEPTED);
            assertThat(status(pit)).isEqualTo(TicketStatus.ACCEPTED);
            assertThat(status(dark)).isEqualTo(TicketStatus.MERGED);
            assertThat(tickets.get(lamp.id()).voices()).isEqualTo(2);
            assertThat(status(card)).isEqualTo(TicketStatus.VOID);
            assertThat(status(fee)).isEqualTo(TicketStatus.VOID);

            presenceAndUndo(page, other, pit);

            travel.moveTo(clock.now().plus(Duration.ofMinutes(25)), false, Duration.ofSeconds(120));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sent("%社保卡办理地点和时间：%") == 1);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sent("【已受理】" + lamp.no() + "%") + sent("【%" + pit.no() + "%受理%") >= 2);
            assertThat(tickets.history(lamp.id()).stream().filter(event -> event.is(TicketEvent.Noted.SAID))).hasSizeLessThanOrEqualTo(2);
            assertThat(sent("【解答】%物业费%")).isZero();
        }
    }

    /** 小刘 has it open, and a mis-tap is taken back. */
    private void presenceAndUndo(Page page, BrowserContext other, Ticket pit) {
        Page colleague = logIn(other, "fuwang2");
        colleague.navigate(console() + "/tickets/" + pit.no());
        page.navigate(console() + "/tickets/" + pit.no());
        assertThat(page.locator("#detail .here")).containsText("正在处理", SOON);
        page.locator("#detail summary").filter(new Locator.FilterOptions().setHasText("更多")).click();
        page.locator("#detail").getByText("误报撤销", new Locator.GetByTextOptions().setExact(true)).click();
        page.locator("#text").fill("点错了");
        page.locator("#sheet").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("误报撤销").setExact(true)).click();
        assertThat(page.locator("#flash")).containsText("秒内可撤销", SOON);
        assertThat(status(pit)).isEqualTo(TicketStatus.VOID);
        page.locator("#flash form.undo button").click();
        assertThat(page.locator("#flash")).containsText("已撤销刚才的操作", SOON);
        assertThat(status(pit)).isEqualTo(TicketStatus.ACCEPTED);
    }

    private int sent(String like) {
        return sql.queryForObject("select count(*) from outbox_message where text like ? and state = ?", Integer.class, like, LineState.SENT.name());
    }

    private TicketStatus status(Ticket ticket) {
        return tickets.get(ticket.id()).status();
    }

    private void tap(Locator what) {
        taps++;
        what.click();
    }

    private Instant morning(Instant night) {
        return night.atZone(CommunityClock.ZONE).plusDays(1).withHour(7).withMinute(30).withSecond(20).toInstant();
    }

    private ChatGroup groupOf(String building) {
        return groups.all().stream().filter(group -> group.name().equals(building + "栋邻里群") && group.externalChatId() != null).findFirst().orElse(null);
    }

    private static Trouble trouble(String building, Category category, String thing, String matter, Urgency urgency) {
        return new Trouble(
                "walk-" + thing, category, thing, matter, urgency, urgency == Urgency.P1, false,
                new Place(List.of(building), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
    }

    private Ticket open(Level level, String building, Trouble trouble, String words) {
        String id = "morning-" + ++said;
        ChatGroup group = groupOf(building);
        Instant at = clock.now();
        return transaction.execute(status -> {
            inbox.append(List.of(new IncomingMessage(
                    "wecom", id, 900_000 + said, group.externalChatId(), "wm" + said, IncomingMessage.Kind.TEXT, words, null, null, null, at)));
            // The reader is not asked: what it would make of the words is what the test says.
            sql.update("update inbox_message set state = 'DONE' where msg_id = ?", id);
            sql.update("update inbox_lane set has_new = false where chat_id = ?", group.externalChatId());
            long line = told.byVendorId(id).orElseThrow().id();
            return tickets.open(Opening.said(level, trouble, group.id(), group.gridId(), "wm" + said, List.of(line), at, false, false));
        });
    }

    private BrowserContext phone() {
        return phone(360, 740);
    }

    /** Like 3G: 400 ms away, 400 kbit/s; or gone. */
    private static void slow(CDPSession session, boolean gone) {
        JsonObject limits = new JsonObject();
        limits.addProperty("offline", gone);
        limits.addProperty("latency", 400);
        limits.addProperty("downloadThroughput", 50_000);
        limits.addProperty("uploadThroughput", 50_000);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", limits);
    }
}
