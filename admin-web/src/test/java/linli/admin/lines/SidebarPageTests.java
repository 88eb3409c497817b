package linli.admin.lines;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import linli.admin.AtTheConsole;
import linli.bot.community.AreaKind;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Draft;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SidebarPageTests extends AtTheConsole {

    @Autowired
    Outbox outbox;

    private Staff unit;
    private ChatGroup group;

    @BeforeEach
    void aGroupAndItsPeople() {
        long fourteen = areas.put("b14", AreaKind.BUILDING, "14栋", "14", second, 60);
        unit = person("danwei9", "孙强", Role.UNIT, null);
        group = group("wr14 &x", "14栋邻里群", fourteen);
    }

    private long staged(String text) {
        long line = transaction.execute(status -> outbox.put(Draft.toGroup(
                "test:" + UUID.randomUUID(), Route.STAFF_TAP, group.externalChatId(), text, "update", true, clock.now())));
        Awaitility.await().until(() -> outbox.get(line).state() == LineState.STAGED);
        return line;
    }

    @Test
    void theGroupsRepliesAndTicketsStandSideBySideForItsOwnPeople() {
        Trouble trouble = new Trouble(
                "lamp", Category.FACIL, "楼道灯", "楼道灯不亮", Urgency.P2, false, false,
                new Place(List.of("14"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
        Ticket ticket = tickets.open(Opening.said(Level.TICKET, trouble, group.id(), group.gridId(), null, List.of(), clock.now(), false, false));
        staged("【已受理】14栋楼道灯");
        assertThat(mvc.get().uri("/sidebar").param("chat", group.externalChatId()).with(as(worker)))
                .hasStatusOk()
                .bodyText()
                .contains("【已受理】14栋楼道灯", ticket.no(), "人工点发", "已在群里发出")
                .doesNotContain("发到群里</button>");
        assertThat(mvc.get().uri("/sidebar").param("chat", group.externalChatId()).with(as(otherGrid))).hasStatus(404);
        assertThat(mvc.get().uri("/sidebar").param("chat", "wr-nowhere").with(as(worker))).hasStatus(404);
        assertThat(mvc.get().uri("/sidebar").with(as(unit))).hasStatus(403);
    }

    @Test
    void withoutAGroupThePersonChoosesOneOfTheirs() {
        assertThat(mvc.get().uri("/sidebar").with(as(worker))).bodyText().contains("14栋邻里群");
        assertThat(mvc.get().uri("/sidebar").param("q", "99").with(as(worker))).bodyText().contains("没有这样的群");
        assertThat(mvc.get().uri("/sidebar").with(as(otherGrid))).bodyText().doesNotContain("14栋邻里群");
    }

    @Test
    void oneTapNotesThatItWasPostedAndTheListOfTheGroupComesBack() {
        long line = staged("【已办结】14栋楼道灯");
        assertThat(mvc.post().uri("/lines/" + line + "/posted").with(as(otherGrid)).with(csrf()).param("chat", group.externalChatId())).hasStatus(404);
        assertThat(mvc.post().uri("/lines/" + line + "/posted").with(as(worker)).with(csrf()).header("HX-Request", "true").param("chat", group.externalChatId()))
                .hasStatusOk()
                .bodyText()
                .contains("已记下")
                .doesNotContain("【已办结】14栋楼道灯");
        assertThat(outbox.get(line).state()).isEqualTo(LineState.SENT);
        assertThat(mvc.post().uri("/lines/" + line + "/posted").with(as(worker)).with(csrf()).param("chat", group.externalChatId())).hasStatus(409);
    }

    @Test
    void whereNothingCanBeSentForPeopleNothingClaimsToHaveBeen() {
        long line = staged("【进度】14栋楼道灯");
        assertThat(mvc.post().uri("/lines/" + line + "/send").with(as(worker)).with(csrf())).hasStatus(403);
        assertThat(outbox.get(line).state()).isEqualTo(LineState.STAGED);
    }
}
