package linli.admin.tickets;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import linli.bot.audit.AuditLog;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class TicketsPageTests {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLists lists;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    StaffMembers people;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    Inbox inbox;

    @Autowired
    Told told;

    @Autowired
    AuditLog audit;

    @Autowired
    CommunityClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Staff worker;
    private Staff otherGrid;
    private Staff desk;
    private Staff colleague;
    private ChatGroup group;

    @BeforeEach
    void twoGridsAndTheirPeople() {
        long community = areas.put("c", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long second = areas.put("g2", AreaKind.GRID, "第2网格", "2", community, 0);
        long third = areas.put("g3", AreaKind.GRID, "第3网格", "3", community, 0);
        long twelve = areas.put("b12", AreaKind.BUILDING, "12栋", "12", second, 60);
        worker = person("wangge2", "陈静", Role.GRID, second);
        colleague = person("fuwang2", "刘洋", Role.GRID, second);
        otherGrid = person("wangge3", "周敏", Role.GRID, third);
        desk = person("qiantai1", "何云", Role.DESK, null);
        groups.announce("12栋邻里群", GroupKind.BUILDING, twelve, second, "wangge2", "fuwang2");
        groups.learn("wr12", "12栋邻里群", "wangge2", 40);
        group = groups.findByExternalId("wr12").orElseThrow();
    }

    private Staff person(String userid, String name, Role role, Long grid) {
        return people.get(people.put(userid, name, null, Set.of(role), grid, null));
    }

    private Ticket open(Level level, boolean restricted, String words) {
        int n = COUNTER.incrementAndGet();
        Instant at = clock.now();
        Trouble trouble = new Trouble(
                "lift-stopped", Category.ELEV, "电梯", "电梯停运", Urgency.P1, true, restricted,
                new Place(List.of("12"), List.of("2"), null, null, null), Trouble.PlaceSource.GROUP, "lift");
        return transaction.execute(status -> {
            inbox.append(List.of(new IncomingMessage(
                    "wecom", "desk-" + n, 900_000 + n, "wr12", "wm" + n, IncomingMessage.Kind.TEXT, words, null, null, null, at)));
            return tickets.open(Opening.said(level, trouble, group.id(), group.gridId(), "wm" + n, List.of(), at, false, false));
        });
    }

    @Test
    void aWorkerSeesTheTicketsOfTheOwnGridAndNoneOfAnother() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");

        assertThat(mvc.get().uri("/tickets").with(as(worker))).hasStatusOk().bodyText()
                .contains(ticket.no(), "12栋2单元 电梯停运", "待受理", "受理");
        assertThat(mvc.get().uri("/tickets").with(as(otherGrid))).hasStatusOk().bodyText().doesNotContain(ticket.no());
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(otherGrid))).hasStatus(404).bodyText().contains("没有找到");
        assertThat(act(otherGrid, ticket, TicketAction.ACCEPT, 0)).hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).hasStatusOk().bodyText().contains("12栋邻里群", "经过");
    }

    @Test
    void whoHasNoPartInTicketsMayNotOpenThem() {
        assertThat(mvc.get().uri("/tickets").with(as(person("gonggao1", "吴丽", Role.CLERK, null)))).hasStatus(403);
        assertThat(mvc.get().uri("/desk").with(as(person("gonggao1", "吴丽", Role.CLERK, null)))).hasStatusOk();
    }

    @Test
    void theFormShowsTheLineTheGroupWillHearAndTheWayItGoes() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/transitions/ACCEPT?expected=今天 18:00 前检修").with(as(worker)))
                .hasStatusOk().bodyText()
                .contains("【已受理】" + ticket.no() + " 12栋2单元电梯", "今天 18:00 前检修", "受理（回复待发送）", "只受理，不发群")
                .doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void acceptingSaysSoAndASecondTapDoesNoHarm() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(act(worker, ticket, TicketAction.ACCEPT, ticket.version())).hasRedirectedUrl("/tickets/" + ticket.no());
        assertThat(act(worker, ticket, TicketAction.ACCEPT, ticket.version())).hasRedirectedUrl("/tickets/" + ticket.no());

        assertThat(now(ticket).status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(tickets.history(ticket.id()).stream().filter(event -> event.is(TicketAction.ACCEPT))).hasSize(1);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("已受理", "陈静", "今天 12:00 前检修", "办结");
    }

    @Test
    void whoSavesOverAColleaguesChangeIsAskedToLookFirst() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        act(colleague, ticket, TicketAction.ACCEPT, ticket.version());

        MvcTestResult stale = mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .header("HX-Request", "true")
                .param("action", "RESOLVE").param("text", "20:10 恢复运行").param("version", String.valueOf(ticket.version())).param("tell", "true")
                .exchange();

        assertThat(stale).hasStatus(409).bodyText().contains("已被", "请刷新后再提交", "20:10 恢复运行");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.ACCEPTED);
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(desk)).with(csrf())
                .param("action", "REJECT").param("text", "已转水务").param("version", "0"))
                .hasStatus(422).bodyText().contains("请选择不受理的原因", "已转水务");
    }

    @Test
    void theWordsOfARestrictedTicketAreForOwnerAndDesk() {
        Ticket ticket = open(Level.TICKET, true, "楼上天天吵架");

        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(colleague))).bodyText().contains("涉及隐私");
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).bodyText().doesNotContain("只有经办人");
    }

    @Test
    void aGuessIsDecidedWithOneTapAndTheSecondTapIsHarmless() {
        Ticket guess = open(Level.CANDIDATE, false, "楼梯间黑漆麻黑的");
        assertThat(mvc.get().uri("/candidates").with(as(worker))).hasStatusOk().bodyText().contains(guess.no(), "立单", "不立单");
        assertThat(mvc.get().uri("/candidates").with(as(otherGrid))).hasStatusOk().bodyText().doesNotContain(guess.no());

        assertThat(decide(worker, guess, "CONFIRM")).hasRedirectedUrl("/candidates");
        assertThat(decide(worker, guess, "CONFIRM")).hasRedirectedUrl("/candidates");

        assertThat(now(guess).status()).isEqualTo(TicketStatus.OPEN);
        // The desk shows the first of its list only, and other tests fill it.
        assertThat(mvc.get().uri("/tickets?q=" + guess.no()).with(as(worker))).hasStatusOk().bodyText().contains(guess.no());
    }

    @Test
    void aTapCanBeTakenBackByWhoeverTappedAndByNobodyElse() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        MvcTestResult done = mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .header("HX-Request", "true").param("action", "VOID").param("text", "误报").param("version", "0").exchange();
        assertThat(done).hasStatusOk().bodyText().contains("误报，已撤销", "10 秒内可撤销", "/tickets/" + ticket.no() + "/undo");
        String event = String.valueOf(tickets.history(ticket.id()).get(tickets.history(ticket.id()).size() - 1).id());

        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(otherGrid)).with(csrf()).param("event", event)).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(colleague)).with(csrf()).param("event", event)).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(worker)).with(csrf()).header("HX-Request", "true").param("event", event))
                .hasStatusOk().bodyText().contains("已撤销刚才的操作");

        assertThat(now(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("当时就撤销了", "撤销了上一步");
    }

    @Test
    void whoElseHasTheTicketOpenIsSaid() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(colleague))).hasStatusOk().bodyText().doesNotContain("said-wait");

        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("刘洋", "正在处理");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/here").with(as(colleague))).bodyText().contains("陈静", "正在处理");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/here").with(as(otherGrid))).hasStatus(404);
    }

    @Test
    void aStepThatHasNoFormCannotBePosted() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(act(desk, ticket, TicketAction.EXPIRE, 0)).hasStatus(404);
        assertThat(act(desk, ticket, TicketAction.WHISTLE, 0)).hasStatus(404);
    }

    @Test
    void aGuessCanBeDismissed() {
        Ticket guess = open(Level.CANDIDATE, false, "哪个晓得社保卡在哪里办");

        assertThat(decide(desk, guess, "DISMISS")).hasRedirectedUrl("/candidates");

        assertThat(now(guess).status()).isEqualTo(TicketStatus.VOID);
    }

    @Test
    void everyStepOfferedHasAFormThatOpens() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        for (TicketAction action : TicketAction.values()) {
            if (action.isFor(desk.actor())) {
                assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/transitions/" + action).with(as(desk))).as(action.name()).hasStatusOk();
            }
        }
    }

    @Test
    void filtersNarrowTheListAndTheirAddressCanBeShared() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.get().uri("/tickets?tab=WAITING&category=ELEV&grid=" + group.gridId() + "&q=电梯").with(as(desk)))
                .bodyText().contains(ticket.no(), "类别：电梯");
        assertThat(mvc.get().uri("/tickets?tab=WAITING&q=没有这种事%25").with(as(desk))).bodyText().contains("没有符合这些条件的工单");
    }

    @Test
    void whatResidentsSaidIsFoundByTwoCharactersAndARestrictedTicketIsNot() {
        Ticket ticket = openSaying(false, "门口的灯泡爆了三天");
        Ticket secret = openSaying(true, "门口的灯泡也爆了");

        assertThat(mvc.get().uri("/tickets?q=灯泡").with(as(worker))).bodyText().contains(ticket.no()).doesNotContain(secret.no());
        assertThat(mvc.get().uri("/tickets?q=12栋 灯泡").with(as(worker))).bodyText().contains(ticket.no());
        assertThat(mvc.get().uri("/tickets?q=灯泡").with(as(otherGrid))).bodyText().doesNotContain(ticket.no());
        assertThat(mvc.get().uri("/tickets?q=灯炮").with(as(worker))).bodyText().doesNotContain(ticket.no());
        assertThat(mvc.get().uri("/tickets?q=梯").with(as(worker))).bodyText().contains(ticket.no());
    }

    private Ticket openSaying(boolean restricted, String words) {
        Ticket ticket = open(Level.TICKET, restricted, words);
        transaction.executeWithoutResult(status -> groupTickets.attach(ticket.id(), told.byVendorId("desk-" + COUNTER.get()).orElseThrow().id(), "report", ticket.createdAt()));
        return ticket;
    }

    @Test
    void aListIsExportedAsTextAndResidentsWordsOnlyWithARoleAndAReason() throws Exception {
        Ticket ticket = openSaying(false, "=HYPERLINK(\"http://x\")我家灯泡");

        MvcTestResult plain = mvc.post().uri("/tickets/export").with(as(worker)).with(csrf()).param("tab", "WAITING").exchange();
        assertThat(plain).hasStatusOk();
        String sheet = sheet(plain);
        assertThat(sheet).contains(ticket.no(), "单号", "12栋2单元").doesNotContain("灯泡", "<f>", "wm");
        assertThat(mvc.post().uri("/tickets/export").with(as(worker)).with(csrf()).param("words", "true").param("reason", "想看看")).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/export").with(as(desk)).with(csrf()).param("words", "true")).hasStatus(422);
        MvcTestResult words = mvc.post().uri("/tickets/export").with(as(desk)).with(csrf())
                .param("tab", "WAITING").param("words", "true").param("reason", "街道调取材料").exchange();
        assertThat(sheet(words)).contains("=HYPERLINK(&quot;http://x&quot;)我家灯泡", "t=\"inlineStr\"").doesNotContain("<f>");
        assertThat(audit.latest(5)).extracting(entry -> entry.actor() + " " + entry.action() + " " + entry.detail())
                .contains("qiantai1 export.words 街道调取材料", "wangge2 export.tickets null");
    }

    private static String sheet(MvcTestResult result) throws java.io.IOException {
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no sheet");
    }

    @Test
    void severalAreAcceptedWithOneTapAndOneThatChangedKeepsNobodyBack() {
        Ticket one = open(Level.TICKET, false, "电梯停了");
        Ticket two = open(Level.TICKET, false, "电梯又停了");
        Ticket gone = open(Level.TICKET, false, "电梯还是停");
        assertThat(mvc.get().uri("/tickets/accept?no=" + one.no() + "&no=" + two.no()).with(as(worker))).hasStatusOk().bodyText()
                .contains("受理 2 件", "【已受理】" + one.no(), "受理（回复待发送）");
        assertThat(mvc.get().uri("/tickets/accept?no=" + one.no()).with(as(otherGrid))).hasStatusOk().bodyText().doesNotContain(one.placeLabel());
        act(colleague, gone, TicketAction.ACCEPT, 0);

        assertThat(mvc.post().uri("/tickets/accept").with(as(worker)).with(csrf()).param("no", one.no(), gone.no(), two.no())
                .param("version", "0", "0", "0").param("expected", "今天 12:00 前检修", "今天 12:00 前检修", "明天 12:00 前检修"))
                .hasRedirectedUrl("/desk");

        assertThat(now(one).status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(now(two).expected()).isEqualTo("明天 12:00 前检修");
        assertThat(now(gone).ownerId()).isEqualTo(colleague.id());
    }

    private MvcTestResult act(Staff person, Ticket ticket, TicketAction action, int version) {
        return mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(person)).with(csrf())
                .param("action", action.name()).param("version", String.valueOf(version))
                .param("expected", "今天 12:00 前检修").param("tell", "true").exchange();
    }

    private MvcTestResult decide(Staff person, Ticket guess, String decision) {
        return mvc.post().uri("/candidates/" + guess.no()).with(as(person)).with(csrf())
                .param("decision", decision).param("version", String.valueOf(guess.version())).exchange();
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.no(), DataScope.COMMUNITY).orElseThrow();
    }

    @Test
    void aListWithItsFiltersIsKeptUnderANameByWhoeverMadeIt() {
        assertThat(mvc.post().uri("/tickets/views").with(as(worker)).with(csrf()).param("name", "我的电梯").param("tab", "OPEN").param("category", "ELEV").param("q", "2单元&x=1"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets").param("tab", "OPEN").param("category", "ELEV").param("q", "2单元&x=1").with(as(worker)))
                .bodyText()
                .contains(">我的电梯</a>", "删除视图");
        assertThat(mvc.get().uri("/tickets").with(as(colleague))).bodyText().doesNotContain("我的电梯");
        assertThat(mvc.post().uri("/tickets/views").with(as(worker)).with(csrf()).param("name", " ").param("tab", "OPEN")).hasStatus(422);
        Long id = jdbc.queryForObject("select id from saved_view where name = '我的电梯'", Long.class);
        mvc.post().uri("/tickets/views/" + id + "/remove").with(as(colleague)).with(csrf()).exchange();
        assertThat(mvc.get().uri("/tickets").with(as(worker))).bodyText().contains("我的电梯");
        mvc.post().uri("/tickets/views/" + id + "/remove").with(as(worker)).with(csrf()).exchange();
        assertThat(mvc.get().uri("/tickets").with(as(worker))).bodyText().doesNotContain("我的电梯");
    }

    @Test
    void severalAcceptedAtOnceAreTakenBackAtOnce() {
        Ticket one = open(Level.TICKET, false, "2单元电梯又停了");
        Ticket two = open(Level.TICKET, false, "3单元电梯又停了");
        mvc.post().uri("/tickets/accept").with(as(worker)).with(csrf())
                .param("no", one.no(), two.no()).param("version", "" + one.version(), "" + two.version()).param("expected", "20:00 前", "20:00 前").exchange();
        assertThat(tickets.get(one.id()).status()).isEqualTo(TicketStatus.ACCEPTED);
        String[] taps = jdbc.queryForList("select t.no || ':' || p.event_id from ticket_tap p join ticket t on t.id = p.ticket_id where t.id in (?, ?)", String.class, one.id(), two.id())
                .toArray(String[]::new);
        assertThat(taps).hasSize(2);
        assertThat(mvc.post().uri("/tickets/undo").with(as(colleague)).with(csrf()).param("tap", taps)).hasStatus3xxRedirection();
        assertThat(tickets.get(one.id()).status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(mvc.post().uri("/tickets/undo").with(as(worker)).with(csrf()).header("HX-Request", "true").param("tap", taps)).bodyText().contains("已撤销 2 件");
        assertThat(tickets.get(one.id()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(tickets.get(two.id()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(mvc.post().uri("/tickets/undo").with(as(worker)).with(csrf()).param("tap", "' or 1=1")).hasStatus(422);
    }

    @Test
    void aTicketOfTwoThingsIsSplitAndAMergedOnePartedAtTheConsole() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了，路灯也不亮");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/split").with(as(worker))).hasStatusOk().bodyText().contains("拆成两件");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/split").with(as(otherGrid))).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("matter", "找 13812345678").param("category", "FACIL")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("version", "99").param("matter", "路灯不亮")).hasStatus(409);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("version", "" + ticket.version()).param("matter", "路灯不亮").param("category", "FACIL"))
                .hasStatus3xxRedirection();
        Ticket second = tickets.get(lists.search(TicketFilter.ALL, DataScope.COMMUNITY).get(0).id());
        assertThat(second.matter()).isEqualTo("路灯不亮");

        tickets.act(second.no(), TicketAction.MERGE, desk.actor(), new ActionForm(null, null, null, null, null, null, ticket.no(), false));
        assertThat(mvc.get().uri("/tickets/" + second.no()).with(as(desk))).bodyText().contains("取消合并");
        assertThat(mvc.get().uri("/tickets/" + second.no()).with(as(worker))).bodyText().doesNotContain("取消合并</button>");
        assertThat(mvc.post().uri("/tickets/" + second.no() + "/unmerge").with(as(worker)).with(csrf())).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/" + second.no() + "/unmerge").with(as(desk)).with(csrf())).hasStatus3xxRedirection();
        assertThat(tickets.get(second.id()).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aPageThatComesBackHearsWhatItMissedAndNothingElse() throws Exception {
        String page = mvc.get().uri("/tickets").with(as(worker)).exchange().getResponse().getContentAsString();
        String since = page.replaceAll("(?s).*data-live=\"/live\\?since=([^\"]+)\".*", "$1");
        open(Level.TICKET, false, "2单元电梯又停了");
        Awaitility.await().untilAsserted(() -> assertThat(
                        mvc.get().uri("/live").param("since", since).with(as(worker)).asyncExchange().getResponse().getContentAsString())
                .contains("event:tickets")
                .doesNotContain("event:notices")
                .doesNotContain("event:all"));
        assertThat(mvc.get().uri("/live").param("since", "another-5").with(as(worker)).asyncExchange().getResponse().getContentAsString()).contains("event:all");
        assertThat(mvc.get().uri("/live").param("since", "x").header("Last-Event-ID", "<script>").with(as(worker)).asyncExchange().getResponse().getContentAsString())
                .contains("event:all")
                .doesNotContain("<script>");
    }

    @Test
    void whatWaitedForTheNetworkIsDoneOnceHoweverOftenItArrives() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");
        String key = UUID.randomUUID().toString();
        assertThat(note(ticket, worker, key, "已联系维保")).hasStatusOk();
        assertThat(note(ticket, worker, key, "已联系维保")).hasStatus(204);
        assertThat(note(ticket, desk, key, "前台也记一笔")).hasStatusOk();
        assertThat(tickets.history(ticket.id())).filteredOn(event -> event.is(TicketAction.NOTE)).hasSize(2);
        String refused = UUID.randomUUID().toString();
        assertThat(note(ticket, worker, refused, "")).hasStatus(422);
        assertThat(note(ticket, worker, refused, "")).hasStatus(422);
        assertThat(note(ticket, worker, "short", "x")).hasStatus(400);
    }

    private MvcTestResult note(Ticket ticket, Staff who, String key, String text) {
        return mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(who)).with(csrf())
                .header("HX-Request", "true").header("Idempotency-Key", key).param("action", "NOTE").param("text", text).param("tell", "false").exchange();
    }

    @Test
    void aPhraseOfTheStepIsPickedInsteadOfTyped() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker.actor(), ActionForm.EMPTY);
        String form = "/tickets/" + ticket.no() + "/transitions/RESOLVE";
        assertThat(mvc.get().uri(form).with(as(worker))).bodyText().contains("电梯已恢复运行", "已处理完毕").doesNotContain("已清理干净", "改常用语");
        assertThat(mvc.post().uri("/tickets/phrases").with(as(worker)).with(csrf()).param("action", "RESOLVE").param("words", "换了新的")).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "MERGE").param("words", "换了新的")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "RESOLVE").param("words", "打 13812345678")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "RESOLVE").param("category", "ELEV").param("words", "换了新的门锁")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/phrases").with(as(desk))).hasStatusOk().bodyText().contains("换了新的门锁", "添一句");
        assertThat(mvc.get().uri(form).with(as(desk))).bodyText().contains("换了新的门锁", "改常用语");
        mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .param("action", "RESOLVE").param("phrase", "换了新的门锁").param("text", "").param("tell", "false").exchange();
        assertThat(tickets.get(ticket.id()).result()).isEqualTo("换了新的门锁");
    }
}
