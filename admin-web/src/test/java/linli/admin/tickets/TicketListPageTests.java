package linli.admin.tickets;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import linli.bot.audit.AuditLog;
import linli.bot.inbox.Told;
import linli.bot.parsing.Level;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketStatus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of tickets: found, filtered, exported, and several done at once. */
class TicketListPageTests extends AtTheTickets {

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    Told told;

    @Autowired
    AuditLog audit;

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

    /** PostgreSQL keeps no NUL, and nobody types one. */
    @Test
    void aCharacterThatNobodyTypesIsRefused() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.get().uri("/tickets").queryParam("q", "电梯\0").with(as(worker))).hasStatus(400);
        assertThat(post(worker, "/tickets/" + ticket.no() + "/transitions", "action", "NOTE", "text", "看过了\0", "tell", "false")).hasStatus(400);
    }

    private Ticket openSaying(boolean restricted, String words) {
        Ticket ticket = open(Level.TICKET, restricted, words);
        transaction.executeWithoutResult(status -> groupTickets.attach(ticket.id(), told.byVendorId(lastLine()).orElseThrow().id(), "report", ticket.createdAt()));
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
}
