package linli.admin.whistles;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
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
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.whistle.Subtask;
import linli.bot.whistle.SubtaskState;
import linli.bot.whistle.Whistles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 吹哨报到 through the pages of a grid worker, a leader and two units. */
@SpringBootTest
@AutoConfigureMockMvc
class WhistlesPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tickets tickets;

    @Autowired
    Whistles whistles;

    @Autowired
    StaffMembers people;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    CommunityClock clock;

    private Staff worker;
    private Staff otherGrid;
    private Staff leader;
    private Staff estate;
    private Staff city;
    private Ticket ticket;

    @BeforeEach
    void aTicketInHand() {
        long community = areas.put("c", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long second = areas.put("g2", AreaKind.GRID, "第2网格", "2", community, 0);
        long third = areas.put("g3", AreaKind.GRID, "第3网格", "3", community, 0);
        long twelve = areas.put("b12", AreaKind.BUILDING, "12栋", "12", second, 60);
        people.putUnit("wuye", "物业服务中心", null);
        people.putUnit("chengguan", "城管", null);
        worker = person("wangge2", "陈静", Role.GRID, second, null);
        otherGrid = person("wangge3", "周敏", Role.GRID, third, null);
        leader = person("lingdao1", "赵刚", Role.LEADER, null, null);
        estate = person("wuye1", "孙强", Role.UNIT, null, "wuye");
        city = person("chengguan1", "钱伟", Role.UNIT, null, "chengguan");
        groups.announce("12栋邻里群", GroupKind.BUILDING, twelve, second, "wangge2", null);
        groups.learn("wr12", "12栋邻里群", "wangge2", 40);
        ChatGroup group = groups.findByExternalId("wr12").orElseThrow();
        Trouble trouble = new Trouble(
                "cesspit", Category.FACIL, "化粪池", "化粪池外溢", Urgency.P2, false, false,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
        ticket = tickets.open(Opening.said(Level.TICKET, trouble, group.id(), group.gridId(), "wmZhang", List.of(), clock.now(), false, false));
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker.actor(), ActionForm.EMPTY);
    }

    private Staff person(String userid, String name, Role role, Long grid, String unit) {
        Long unitId = unit == null ? null : people.unit(unit).orElseThrow().id();
        return people.get(people.put(userid, name, null, Set.of(role), grid, unitId));
    }

    private MvcTestResult post(Staff who, String path, String... values) {
        var request = mvc.post().uri("/whistles" + path).with(as(who)).with(csrf());
        for (int i = 0; i < values.length; i += 2) {
            request = request.param(values[i], values[i + 1]);
        }
        return request.exchange();
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
        assertThat(post(worker, "/of/" + ticket.no() + "/ask", "reason", "")).hasStatus(422);
        assertThat(post(worker, "/of/" + ticket.no() + "/ask", "reason", "物业三天没有处理")).hasStatus3xxRedirection();
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
        assertThat(post(estate, "/" + part(city).id() + "/answer", "text", "不该能答")).hasStatus(404);
        assertThat(post(worker, "/" + part(city).id() + "/answer", "text", "不该能答")).hasStatus(403);

        assertThat(post(estate, "/" + part(estate).id() + "/arrive")).hasStatus3xxRedirection();
        assertThat(post(estate, "/" + part(estate).id() + "/arrive")).hasStatus3xxRedirection();
        assertThat(post(estate, "/" + part(estate).id() + "/answer", "text", "已清掏两车")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.WHISTLED);
        assertThat(post(city, "/" + part(city).id() + "/answer", "text", "路面已冲洗")).hasStatus3xxRedirection();

        assertThat(now()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(post(city, "/" + part(city).id() + "/answer", "text", "再答一次")).hasStatus(409);
        assertThat(post(worker, "/" + part(estate).id() + "/score", "score", "6")).hasStatus(422);
        assertThat(post(worker, "/" + part(estate).id() + "/score", "score", "4")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("已清掏两车", "4 分", "各部门已答复");
    }

    @Test
    void aUnitGivesBackOnceAndThenTheLeaderDecides() {
        assertThat(blow(leader)).hasStatus3xxRedirection();
        assertThat(post(city, "/" + part(city).id() + "/give-back", "text", "不在管养范围")).hasStatus3xxRedirection();
        assertThat(part(city).state()).isEqualTo(SubtaskState.RETURNED);
        assertThat(post(worker, "/" + part(city).id() + "/release")).hasStatus(403);

        assertThat(post(leader, "/" + part(city).id() + "/insist")).hasStatus3xxRedirection();
        assertThat(post(city, "/" + part(city).id() + "/give-back", "text", "还是不归我们")).hasStatus(403);
        assertThat(part(city).state()).isEqualTo(SubtaskState.WAIT_ARRIVE);

        assertThat(post(estate, "/" + part(estate).id() + "/give-back", "text", "产权不明")).hasStatus3xxRedirection();
        assertThat(post(leader, "/" + part(estate).id() + "/release")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.WHISTLED);
        assertThat(post(city, "/" + part(city).id() + "/answer", "text", "已处理")).hasStatus3xxRedirection();
        assertThat(now()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void aLeaderWhoDoesNotBlowSaysWhyAndTheGridMayAskAgain() {
        post(worker, "/of/" + ticket.no() + "/ask", "reason", "物业三天没有处理");
        assertThat(post(worker, "/of/" + ticket.no() + "/refuse", "reason", "我自己不批")).hasStatus(403);
        assertThat(post(leader, "/of/" + ticket.no() + "/refuse", "reason", "先请物业到场一次")).hasStatus3xxRedirection();
        assertThat(post(leader, "/of/" + ticket.no() + "/refuse", "reason", "再说一次")).hasStatus(409);

        assertThat(mvc.get().uri("/whistles/of/" + ticket.no()).with(as(worker))).bodyText().contains("暂不吹哨，先请物业到场一次", "申请吹哨");
        assertThat(post(worker, "/of/" + ticket.no() + "/ask", "reason", "物业没有来")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/whistles/of/" + ticket.no() + "/blow").with(as(leader)).with(csrf()).exchange()).hasStatus(422).bodyText().contains("请至少选一个单位");
    }
}
