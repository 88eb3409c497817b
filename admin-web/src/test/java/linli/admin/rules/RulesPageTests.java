package linli.admin.rules;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import linli.admin.AtTheConsole;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.worktime.WorkCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 权责清单, 工作日历 and 审计 as the administrator, the desk and the auditor see them. */
class RulesPageTests extends AtTheConsole {

    @Autowired
    WorkCalendar calendar;

    private Staff admin;
    private Staff auditor;
    private ChatGroup group;

    @BeforeEach
    void people() {
        people.putUnit("wuye", "物业服务中心", null);
        people.putUnit("weibao", "电梯维保单位", null);
        admin = person("guanli1", "冯涛", Role.ADMIN, null);
        auditor = person("shenji1", "蒋宁", Role.AUDITOR, null);
        group = group("wr12", "12栋邻里群", twelve);
    }

    private Ticket open(boolean restricted) {
        Trouble trouble = new Trouble(
                "lift-stopped", Category.ELEV, "电梯", "电梯停运", Urgency.P2, false, restricted,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
        return tickets.open(Opening.said(Level.TICKET, trouble, group.id(), group.gridId(), "wmZhang", List.of(), clock.now(), false, false));
    }

    private void save(Staff who, String unit, int status) {
        assertThat(mvc.post().uri("/responsibilities").with(as(who)).with(csrf())
                .param("category", "ELEV").param("areaId", String.valueOf(second)).param("unitId", unit)
                .param("resolveMinutes", "60").param("calendar", "ALWAYS").param("legalNote", "物业服务合同第 8 条"))
                .hasStatus(status);
    }

    @Test
    void aChangedLineReroutesTheNextTicketAndTheTicketShowsIt() {
        String wuye = String.valueOf(people.unit("wuye").orElseThrow().id());
        String weibao = String.valueOf(people.unit("weibao").orElseThrow().id());
        save(desk, wuye, 403);
        save(admin, wuye, 302);
        Ticket first = open(false);
        save(admin, weibao, 302);
        Ticket next = open(false);

        assertThat(first.unitId()).isEqualTo(people.unit("wuye").orElseThrow().id());
        assertThat(next.unitId()).isEqualTo(people.unit("weibao").orElseThrow().id());
        assertThat(next.resolveBy()).isEqualTo(next.createdAt().plusSeconds(3600));
        assertThat(mvc.get().uri("/tickets/" + next.no()).with(as(desk))).bodyText()
                .contains("派单依据", "权责清单：电梯，第2网格", "物业服务合同第 8 条");
        assertThat(mvc.get().uri("/responsibilities").with(as(desk))).hasStatusOk().bodyText().contains("电梯维保单位", "60 分钟内办结").doesNotContain("添一行");
        assertThat(mvc.get().uri("/responsibilities/new").with(as(admin))).hasStatusOk().bodyText().contains("全社区", "第2网格");
        long id = tickets.decidedBy(next.id()).orElseThrow();
        assertThat(mvc.get().uri("/responsibilities/" + id).with(as(desk))).hasStatusOk().bodyText().contains("只有管理员可以修改");
        save(admin, "99999", 422);
    }

    @Test
    void aHolidayThatIsAddedCountsFromThenOn() {
        LocalDate day = LocalDate.of(2027, 3, 10);
        assertThat(calendar.spans(day)).isNotEmpty();
        assertThat(mvc.post().uri("/calendar").with(as(desk)).with(csrf()).param("day", "2027-03-10").param("works", "false").param("reason", "社区停电")).hasStatus(403);
        assertThat(mvc.post().uri("/calendar").with(as(admin)).with(csrf()).param("day", "2027-03-10").param("works", "false").param("reason", "社区停电"))
                .hasRedirectedUrl("/calendar?year=2027");

        assertThat(calendar.spans(day)).isEmpty();
        assertThat(mvc.get().uri("/calendar?year=2027").with(as(desk))).hasStatusOk().bodyText().contains("3月10日 周三", "社区停电").doesNotContain("添一天");
        assertThat(mvc.get().uri("/calendar?year=2026").with(as(admin))).hasStatusOk().bodyText().contains("国庆", "添一天");
        assertThat(mvc.post().uri("/calendar/remove").with(as(admin)).with(csrf()).param("day", "2027-03-10")).hasStatus(302);
        assertThat(calendar.spans(day)).isNotEmpty();
    }

    @Test
    void aYearIsImportedFromItsNoticeAfterALookAtWhatWasRead() {
        String notice = "关于2032年部分节假日安排的通知\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。";
        assertThat(mvc.post().uri("/calendar/notice/check").with(as(admin)).with(csrf()).param("text", notice)).hasStatusOk().bodyText().contains("读出 4 天", "元旦调休", "保存");
        assertThat(mvc.post().uri("/calendar/notice/check").with(as(admin)).with(csrf()).param("text", "<b>放假</b>")).hasStatus(422).bodyText().contains("没有读出").doesNotContain("<b>放假");
        assertThat(mvc.post().uri("/calendar/notice").with(as(desk)).with(csrf()).param("text", notice)).hasStatus(403);
        assertThat(mvc.get().uri("/calendar/notice").with(as(desk))).hasStatus(403);
        assertThat(mvc.post().uri("/calendar/notice").with(as(admin)).with(csrf()).param("text", notice)).hasRedirectedUrl("/calendar?year=2032");
        assertThat(mvc.get().uri("/calendar?year=2032").with(as(desk))).bodyText().contains("1月4日 周日", "元旦调休");
    }

    @Test
    void theAuditorReadsWhoChangedAndExportedWhat() {
        save(admin, String.valueOf(people.unit("wuye").orElseThrow().id()), 302);
        mvc.post().uri("/tickets/export").with(as(desk)).with(csrf()).param("tab", "WAITING").param("words", "true").param("reason", "街道调取材料").exchange();

        assertThat(mvc.get().uri("/audit").with(as(auditor))).hasStatusOk().bodyText().contains("修改权责清单", "冯涛", "导出工单（含居民原话）", "街道调取材料");
        assertThat(mvc.get().uri("/audit?kind=WORDS").with(as(auditor))).bodyText().contains("街道调取材料").doesNotContain("修改权责清单");
        assertThat(mvc.get().uri("/audit").with(as(desk))).hasStatus(403);
        assertThat(mvc.post().uri("/responsibilities").with(as(auditor)).with(csrf())).hasStatus(403);
    }
}
