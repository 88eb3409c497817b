package linli.admin.whistles;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import linli.admin.AtTheConsole;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.DataScope;
import linli.bot.staff.Staff;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketStatus;
import linli.bot.whistle.Subtask;
import linli.bot.whistle.SubtaskState;
import linli.bot.whistle.Whistles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 吹哨报到 through the pages of a grid worker, a leader and two units. */
class WhistlesPageTests extends AtTheConsole {

    @Autowired
    Whistles whistles;

    private Staff estate;
    private Staff city;
    private Ticket ticket;

    @BeforeEach
    void aTicketInHand() {
        estate = ofUnit("wuye1", "孙强", "wuye", "物业服务中心");
        city = ofUnit("chengguan1", "钱伟", "chengguan", "城管");
        ChatGroup group = group("wr12", "12栋邻里群", twelve);
        Trouble trouble = new Trouble(
                "cesspit", Category.FACIL, "化粪池", "化粪池外溢", Urgency.P2, false, false,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
        ticket = tickets.open(Opening.said(Level.TICKET, trouble, group.id(), group.gridId(), "wmZhang", List.of(), clock.now(), false, false));
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker.actor(), ActionForm.EMPTY);
    }

    private MvcTestResult blow(Staff who) {
        String wuye = String.valueOf(estate.unitId());
        String chengguan = String.valueOf(city.unitId());
        return mvc.post().uri("/whistles/of/" + ticket.no() + "/blow").with(as(who)).with(csrf())
                .param("units", wuye, chengguan).param("tasks", "清掏化粪池", "清运路面").param("called", wuye, chengguan)
                .param("urgent", "false").param("days", "2").exchange();
    }

    private Subtask part(Staff unit) {
        return whistles.subtasks(ticket.id()).stream().filter(p -> p.unitId() == unit.unitId()).findFirst().orElseThrow();
    }

    private TicketStatus now() {
        return tickets.find(ticket.no(), DataScope.COMMUNITY).orElseThrow().status();
    }

    @Test
    void aGridAsksALeaderBlowsUnitsReportAndTheTicketGoesOnWhenAllHaveAnswered() {
        assertThat(mvc.get().uri("/whistles/of/" + ticket.no()).with(as(worker))).hasStatusOk().bodyText().contains("证据", "1 人", "申请吹哨").doesNotContain("叫哪些单位");
        assertThat(post(worker, "/whistles/of/" + ticket.no() + "/ask", "reason", "")).hasStatus(422);
        assertThat(post(worker, "/whistles/of/" + ticket.no() + "/ask", "reason", "物业三天没有处理")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/whistles").with(as(leader))).bodyText().contains("物业三天没有处理", "看证据，决定");
        assertThat(blow(worker)).hasStatus(403);
        assertThat(blow(estate)).hasStatus(404);

        assertThat(blow(leader)).hasStatus3xxRedirection();

        assertThat(now()).isEqualTo(TicketStatus.WHISTLED);
        assertThat(tickets.get(ticket.id()).resolveBy()).isEqualTo(part(estate).answerBy());
        MvcTestResult resolve = mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .param("action", "RESOLVE").param("text", "已处理").exchange();
        assertThat(resolve).hasStatus(403);

        assertThat(mvc.get().uri("/whistles").with(as(estate))).bodyText().contains("清掏化粪池").doesNotContain("清运路面");
        assertThat(mvc.get().uri("/whistles/" + part(estate).id()).with(as(estate))).hasStatusOk().bodyText().contains("报到", "提交答复").doesNotContain("wmZhang");
        assertThat(mvc.get().uri("/whistles/" + part(city).id()).with(as(estate))).hasStatus(404);
        assertThat(mvc.get().uri("/whistles/" + part(city).id()).with(as(otherGrid))).hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(city))).hasStatus(404);
        assertThat(post(estate, "/whistles/" + part(city).id() + "/answer", "text", "不该能答")).hasStatus(404);
        assertThat(post(worker, "/whistles/" + part(city).id() + "/answer", "text", "不该能答")).hasStatus(403);

        assertThat(post(estate, "/whistles/" + part(estate).id() + "/arrive")).hasStatus3xxRedirection();
        assertThat(post(estate, "/whistles/" + part(estate).id() + "/arrive")).hasStatus3xxRedirection();
        assertThat(post(estate, "/whistles/" + part(estate).id() + "/answer", "text", "已清掏两车")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.WHISTLED);
        assertThat(post(city, "/whistles/" + part(city).id() + "/answer", "text", "路面已冲洗")).hasStatus3xxRedirection();

        assertThat(now()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(post(city, "/whistles/" + part(city).id() + "/answer", "text", "再答一次")).hasStatus(409);
        assertThat(post(worker, "/whistles/" + part(estate).id() + "/score", "score", "6")).hasStatus(422);
        assertThat(post(worker, "/whistles/" + part(estate).id() + "/score", "score", "4")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("已清掏两车", "4 分", "各部门已答复");
    }

    @Test
    void aUnitGivesBackOnceAndThenTheLeaderDecides() {
        assertThat(blow(leader)).hasStatus3xxRedirection();
        assertThat(post(city, "/whistles/" + part(city).id() + "/give-back", "text", "不在管养范围")).hasStatus3xxRedirection();
        assertThat(part(city).state()).isEqualTo(SubtaskState.RETURNED);
        assertThat(post(worker, "/whistles/" + part(city).id() + "/release")).hasStatus(403);

        assertThat(post(leader, "/whistles/" + part(city).id() + "/insist")).hasStatus3xxRedirection();
        assertThat(post(city, "/whistles/" + part(city).id() + "/give-back", "text", "还是不归我们")).hasStatus(403);
        assertThat(part(city).state()).isEqualTo(SubtaskState.WAIT_ARRIVE);

        assertThat(post(estate, "/whistles/" + part(estate).id() + "/give-back", "text", "产权不明")).hasStatus3xxRedirection();
        assertThat(post(leader, "/whistles/" + part(estate).id() + "/release")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.WHISTLED);
        assertThat(post(city, "/whistles/" + part(city).id() + "/answer", "text", "已处理")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void aLeaderWhoDoesNotBlowSaysWhyAndTheGridMayAskAgain() {
        post(worker, "/whistles/of/" + ticket.no() + "/ask", "reason", "物业三天没有处理");
        assertThat(post(worker, "/whistles/of/" + ticket.no() + "/refuse", "reason", "我自己不批")).hasStatus(403);
        assertThat(post(leader, "/whistles/of/" + ticket.no() + "/refuse", "reason", "先请物业到场一次")).hasStatus3xxRedirection();
        assertThat(post(leader, "/whistles/of/" + ticket.no() + "/refuse", "reason", "再说一次")).hasStatus(409);

        assertThat(mvc.get().uri("/whistles/of/" + ticket.no()).with(as(worker))).bodyText().contains("暂不吹哨，先请物业到场一次", "申请吹哨");
        assertThat(post(worker, "/whistles/of/" + ticket.no() + "/ask", "reason", "物业没有来")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/whistles/of/" + ticket.no() + "/blow").with(as(leader)).with(csrf()).exchange()).hasStatus(422).bodyText().contains("请至少选一个单位");
    }
}
