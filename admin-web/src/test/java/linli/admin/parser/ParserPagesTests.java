package linli.admin.parser;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import linli.admin.AtTheConsole;
import linli.bot.audit.AuditLog;
import linli.bot.community.AreaKind;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.workbench.Correction;
import linli.bot.workbench.Quality;
import linli.bot.workbench.ReadingCorrections;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ParserPagesTests extends AtTheConsole {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    Inbox inbox;

    @Autowired
    AuditLog audit;

    @Autowired
    ReadingCorrections corrections;

    @Autowired
    Quality quality;

    private String chat;
    private ChatGroup group;

    @BeforeEach
    void aGroupOfItsOwn() {
        int n = COUNTER.incrementAndGet();
        chat = "wr-parser-" + n;
        group = group(chat, "12栋邻里群" + n, twelve);
    }

    private Ticket said(String words) {
        String id = "parser-" + COUNTER.incrementAndGet();
        transaction.executeWithoutResult(status -> inbox.append(List.of(
                new IncomingMessage("wecom", id, COUNTER.incrementAndGet(), chat, "wm-p", IncomingMessage.Kind.TEXT, words, null, null, null, clock.now()))));
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> groupTickets.openIn(group.id(), Instant.EPOCH).stream().findFirst().orElse(null), t -> t != null);
    }

    private MvcTestResult tryOut(Staff who, String words, Long groupId) {
        var request = mvc.post().uri("/parser").with(as(who)).with(csrf()).param("words", words).param("speaker", "RESIDENT");
        return (groupId == null ? request : request.param("group", String.valueOf(groupId))).exchange();
    }

    private Actor actor(Staff person, Role role) {
        return new Actor(person.userid(), person.name(), person.id(), Set.of(role), null, null);
    }

    @Test
    void aLineIsReadAndAnsweredAsItWouldBeAndNothingComesOfIt() {
        MvcTestResult result = tryOut(desk, "2单元电梯又停了，等了十分钟了", group.id());

        assertThat(result).hasStatusOk().bodyText()
                .contains("诉求，登记工单", "开一张新工单：12栋2单元 电梯停运", "电梯 + 又停", "【已登记】12栋2单元电梯停运", "-000");
        assertThat(groupTickets.openIn(group.id(), Instant.EPOCH)).isEmpty();
        assertThat(tryOut(desk, "今晚电梯口那家火锅巴适得很", group.id())).bodyText().contains("闲聊，不记", "不出声", "漏报");
    }

    @Test
    void aTrialUsesNoTicketNumberUp() {
        tryOut(desk, "2单元电梯又停了", group.id());
        int before = number(said("2单元电梯停了，等了十分钟"));
        groups.dismissed(chat);
        aGroupOfItsOwn();
        tryOut(desk, "2单元电梯又停了", group.id());
        tryOut(desk, "2单元电梯又停了", group.id());

        assertThat(number(said("2单元电梯停了，等了十分钟")) - before).isEqualTo(1);
    }

    private static int number(Ticket ticket) {
        return Integer.parseInt(ticket.no().substring(7));
    }

    @Test
    void withoutAGroupTheLineAloneIsRead() {
        assertThat(tryOut(desk, "3栋2单元的水管爆了", null)).hasStatusOk().bodyText().contains("3栋", "没有选群");
        assertThat(tryOut(desk, "", null)).hasStatusOk();
        assertThat(tryOut(worker, "水管爆了", null)).hasStatus(403);
    }

    @Test
    void aLineOfATicketTellsHowItWasReadAndTheLookIsNoted() {
        Ticket ticket = said("2单元电梯又停了，等了十分钟了");
        long line = tickets.lines(ticket.id(), actor(desk, Role.DESK)).get(0).messageId();

        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("/parser/lines/" + line);
        assertThat(mvc.get().uri("/parser/lines/" + line).with(as(worker))).hasStatusOk().bodyText()
                .contains("诉求，登记工单", "电梯 + 又停", ticket.no());
        assertThat(audit.latest(20)).anyMatch(entry -> entry.action().equals("parser.line") && entry.target().equals("message:" + line));
        Staff elsewhere = person("wangge3", "周敏", Role.GRID, areas.put("g3", AreaKind.GRID, "第3网格", "3", areas.put("c", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0), 0));
        assertThat(mvc.get().uri("/parser/lines/" + line).with(as(elsewhere))).hasStatus(404);
    }

    @Test
    void whatStaffCorrectBecomesACorpusLineOnceALeaderApproves() {
        Ticket ticket = said("2单元电梯又停了，电话13812345678");
        tickets.act(ticket.no(), TicketAction.RECLASSIFY, actor(desk, Role.DESK),
                new ActionForm(null, null, null, null, null, null, null, false, Category.FIRE, null, null));

        Correction noted = corrections.inState(Correction.State.NEW).stream().filter(c -> ticket.no().equals(c.ticketNo())).findFirst().orElseThrow();
        assertThat(noted.kind()).isEqualTo(Correction.Kind.CATEGORY);
        assertThat(noted.was() + noted.shouldBe()).isEqualTo("电梯消防安全");
        assertThat(noted.words()).doesNotContain("13812345678");

        assertThat(decide(desk, noted, "APPROVED")).hasStatus(403);
        assertThat(mvc.get().uri("/parser/corrections").with(as(leader))).hasStatusOk().bodyText().contains("改类", "采纳", ticket.no());
        assertThat(decide(leader, noted, "APPROVED")).hasRedirectedUrl("/parser/corrections");
        assertThat(decide(leader, noted, "APPROVED")).hasStatus(409);
        assertThat(mvc.get().uri("/parser/corrections/corrections.txt").with(as(leader))).hasStatusOk().bodyText()
                .contains("# group: C" + noted.id(), "居民 | REPORT FIRE open1 | 2单元电梯又停了").doesNotContain("13812345678");
    }

    @Test
    void aTicketTakenBackIsAFalseAlarmAndAMissCanBeWrittenDown() {
        Ticket ticket = said("2单元电梯又停了，等了十分钟了");
        tickets.act(ticket.no(), TicketAction.VOID, actor(desk, Role.DESK),
                new ActionForm(null, "说的是别处", null, null, null, null, null, false));
        assertThat(corrections.inState(Correction.State.NEW))
                .anyMatch(c -> ticket.no().equals(c.ticketNo()) && c.kind() == Correction.Kind.FALSE_ALARM && c.labels().isEmpty());

        assertThat(mvc.post().uri("/parser/corrections/missed").with(as(desk)).with(csrf())
                .param("words", "那个啥又不得行了|哈").param("category", "ELEV").param("urgent", "true")).hasRedirectedUrl("/parser/corrections");
        Correction miss = corrections.inState(Correction.State.NEW).get(0);
        assertThat(miss.labels()).isEqualTo(Intent.REPORT + " ELEV! open1");
        decide(leader, miss, "APPROVED");
        assertThat(corrections.corpusFile()).contains("居民 | REPORT ELEV! open1 | 那个啥又不得行了／哈");
        assertThat(mvc.post().uri("/parser/corrections/missed").with(as(desk)).with(csrf()).param("words", "坏了")).hasStatus(422);
    }

    private MvcTestResult decide(Staff who, Correction correction, String decision) {
        return mvc.post().uri("/parser/corrections/" + correction.id()).with(as(who)).with(csrf())
                .param("decision", decision).param("words", correction.words()).exchange();
    }

    @Test
    void aSampleIsMarkedWithOneTapAndCountedByWeek() {
        Ticket ticket = said("2单元电梯又停了，等了十分钟了");
        int before = quality.weeks().get(0).marked();

        assertThat(mvc.get().uri("/parser/quality").with(as(desk))).hasStatusOk().bodyText().contains("抽查", "自动立单");
        assertThat(mvc.post().uri("/parser/quality/" + ticket.id()).with(as(desk)).with(csrf()).param("correct", "true"))
                .hasRedirectedUrl("/parser/quality?ago=0");
        assertThat(mvc.post().uri("/parser/quality/" + ticket.id()).with(as(desk)).with(csrf()).param("correct", "false")
                .header("HX-Request", "true")).hasStatusOk();

        assertThat(quality.weeks().get(0).marked()).isEqualTo(before + 1);
        assertThat(quality.weeks().get(0).tickets()).isPositive();
    }

    @Test
    void theReplayPageIsForAllButItsButtonsForLeaders() {
        assertThat(mvc.get().uri("/parser/replay").with(as(desk))).hasStatusOk().bodyText().contains("正在用").doesNotContain("开始回放");
        assertThat(mvc.get().uri("/parser/replay").with(as(leader))).hasStatusOk().bodyText().contains("开始回放");
        assertThat(mvc.post().uri("/parser/replay").with(as(desk)).with(csrf())).hasStatus(403);
    }
}
