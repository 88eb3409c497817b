package linli.admin.notices;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Notices;
import linli.bot.settings.Settings;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"linli.outbox.workers=0", "linli.schedule.enabled=false"})
@AutoConfigureMockMvc
class NoticesPageTests {

    private static final Pattern ID = Pattern.compile("/notices/(\\d+)");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    StaffMembers staff;

    @Autowired
    Settings settings;

    @Autowired
    ClockStore clock;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    private Staff clerk;
    private Staff reviewer;
    private Staff grid;

    @BeforeEach
    void aSmallCommunity() {
        at("2026-07-15T14:00:00");
        settings.change("name", "芙蓉中路社区");
        long community = areas.put("FR", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long second = areas.put("G2", AreaKind.GRID, "第2网格", "2", community, 0);
        building("12", second, "wangge2");
        building("13", second, "wangge2");
        building("15", second, "fuwang2");
        clerk = person("gonggao1", "周宁", Role.CLERK, null);
        reviewer = person("shenhe1", "吴敏", Role.REVIEWER, null);
        grid = person("wangge2", "陈静", Role.GRID, second);
    }

    private void building(String number, long gridId, String owner) {
        long id = areas.put("B" + number, AreaKind.BUILDING, number + "栋", number, gridId, 100);
        groups.announce(number + "栋邻里群", GroupKind.BUILDING, id, gridId, owner, null);
        groups.learn("wr" + number, number + "栋邻里群", owner, 162);
    }

    private Staff person(String userid, String name, Role role, Long gridId) {
        return staff.get(staff.put(userid, name, null, Set.of(role), gridId, null));
    }

    private void at(String local) {
        clock.move(instant(local), true);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CommunityClock.ZONE).toInstant();
    }

    private MvcTestResult save(String numbers, String end, String what) {
        return mvc.post().uri("/notices").with(as(clerk)).with(csrf())
                .param("kind", "water-stop").param("formKey", UUID.randomUUID().toString())
                .param("f.reason", "二次供水泵房检修").param("f.start", "2026-07-17T09:00").param("f.end", end)
                .param("numbers", numbers).param("when", "now").param("do", what).exchange();
    }

    private String submitted() {
        MvcTestResult saved = save("12、13、15", "2026-07-17T17:00", "submit");
        assertThat(saved).hasStatus3xxRedirection();
        return saved.getResponse().getRedirectedUrl();
    }

    private MvcTestResult get(String url, Staff who) {
        return mvc.get().uri(url).with(as(who)).exchange();
    }

    private MvcTestResult move(String url, Staff who, String action, String... more) throws Exception {
        Matcher revision = REVISION.matcher(get(url, who).getResponse().getContentAsString());
        var request = mvc.post().uri(url + "/transitions").with(as(who)).with(csrf())
                .param("action", action).param("revision", revision.find() ? revision.group(1) : "0");
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return request.exchange();
    }

    private static long id(String url) {
        Matcher found = ID.matcher(url);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void theFormShowsItsKindsTheTreeAndAllowsNothingInline() {
        assertThat(get("/notices/new", clerk)).hasStatusOk().bodyText()
                .contains("停水通知", "停电通知", "垃圾分类", "活动报名", "自由文本", "第2网格", "12栋", "提交审核")
                .doesNotContain("style=\"", "onclick", "<script>", "UTILITIES");
        assertThat(get("/notices/new", reviewer)).hasStatus(403);
    }

    @Test
    void thePreviewShowsTheWordsAndWhoMustConfirmWhileSomebodyTypes() {
        assertThat(mvc.post().uri("/notices/preview").with(as(clerk)).with(csrf()).header("HX-Request", "true")
                        .param("kind", "water-stop").param("f.reason", "检修").param("f.start", "2026-07-17T09:00").param("numbers", "12-15"))
                .hasStatus(200).bodyText().contains("没有这些楼栋：14");
        assertThat(mvc.post().uri("/notices/preview").with(as(clerk)).with(csrf()).header("HX-Request", "true")
                        .param("kind", "water-stop").param("f.reason", "检修").param("f.start", "2026-07-17T09:00").param("numbers", "12、13，15"))
                .hasStatusOk().bodyText()
                .contains("【停水通知】因检修，12栋、13栋、15栋定于", "缺少：结束时间。补全后才能提交审核。", "3 个楼栋群，约 486 人；本月群发额度剩余：12栋 普通 2", "＋应急预留 5", "陈静、fuwang2，共 2 人");
    }

    @Test
    void aNoticeWithAGapComesBackWithWhatWasTypedAndIsKeptAsADraft() {
        assertThat(save("12", "", "submit")).hasStatus(422).bodyText()
                .contains("缺少：结束时间。补全后才能提交审核。", "二次供水泵房检修", "内容已存为草稿");
    }

    @Test
    void theAuthorSeesNoApproveButtonAndTheReviewerDoes() {
        String url = submitted();

        assertThat(get(url, clerk)).hasStatusOk().bodyText().doesNotContain(">通过<", ">退回</button>").contains("等审核员处理");
        assertThat(get(url, reviewer)).hasStatusOk().bodyText()
                .contains(">通过<", ">退回<", "【停水通知】因<mark>二次供水泵房检修</mark>，<mark>12栋、13栋、15栋</mark>定于<mark>7月17日（周五）09:00—17:00</mark>停水。", "3 个群，约 486 人");
        assertThat(get("/notices", reviewer)).bodyText().contains("等您处理", "待审核");
    }

    @Test
    void anApprovedNoticeCountsDownIsUndoneAndSentAgainByAPerson() throws Exception {
        String url = submitted();
        assertThat(move(url, reviewer, "APPROVE")).hasStatus3xxRedirection();
        assertThat(get(url, clerk)).bodyText().contains("将于 60 秒后发送。", ">撤销<");

        assertThat(move(url, clerk, "UNDO")).hasStatus3xxRedirection();
        assertThat(get(url, clerk)).bodyText().contains("已通过-未发送", "重新发送");
        assertThat(move(url, clerk, "SEND")).hasStatus3xxRedirection();
        assertThat(get(url + "/live", clerk)).bodyText().contains("将于 60 秒后发送。").doesNotContain("<html");
    }

    @Test
    void aSecondTapOnApproveIsHarmless() {
        String url = submitted();
        var tap = mvc.post().uri(url + "/transitions").with(as(reviewer)).with(csrf()).param("action", "APPROVE")
                .param("revision", String.valueOf(notices.get(id(url)).revision()));

        assertThat(tap.exchange()).hasStatus3xxRedirection();
        assertThat(tap.exchange()).hasStatus(409);
        assertThat(notices.history(id(url))).hasSize(3);
    }

    @Test
    void theBoardShowsEachGroupAndAManualForwardingIsRegistered() throws Exception {
        String url = submitted();
        move(url, reviewer, "APPROVE");
        at("2026-07-15T14:01:00");
        notices.dispatchDue();

        assertThat(get(url, clerk)).hasStatusOk().bodyText()
                .contains("已发送 0/3｜排队中 3（12栋、13栋、15栋）", "第2网格", "0/3 个群已有", ">排队中 3<", "13栋邻里群", "登记人工转发").doesNotContain("已送达全部");
        long first = deliveries.of(id(url)).get(0).id();
        String forwarding = url + "/deliveries/" + first + "/forwarding";
        assertThat(get(forwarding, grid)).hasStatusOk().bodyText().contains("转发凭据");
        assertThat(mvc.post().uri(forwarding).with(as(grid)).with(csrf()).param("proof", "截图 0715-12")).hasStatus3xxRedirection();
        assertThat(get(url, clerk)).bodyText().contains("已发送 1/3（其中人工转发 1）", "陈静 登记：截图 0715-12");
    }

    @Test
    void aReviewerSeesWhatIsNotTheTemplatesAndTheQuotaLeft() throws Exception {
        assertThat(get(submitted(), reviewer)).bodyText().contains(
                "<mark>二次供水泵房检修</mark>", "<mark>7月17日（周五）09:00—17:00</mark>", "有底色的是这一条自己填的", "群发额度剩余：12栋 普通");
    }

    @Test
    void pastNoticesAreCountedByTopic() throws Exception {
        String url = submitted();
        move(url, reviewer, "APPROVE");
        at("2026-07-15T14:01:00");
        notices.dispatchDue();

        assertThat(get("/notices?state=SENT", clerk)).hasStatusOk().bodyText().contains("各主题送达情况", "停水停电停气");
        assertThat(get("/notices", clerk)).bodyText().doesNotContain("各主题送达情况");
    }

    @Test
    void aReturnedNoticeGoesBackToItsAuthorWithTheReason() throws Exception {
        String url = submitted();
        assertThat(move(url, reviewer, "RETURN", "reason", "<b>请写清</b>来源")).hasStatus3xxRedirection();

        assertThat(get(url, clerk)).bodyText().contains("已退回", "&lt;b&gt;请写清&lt;/b&gt;来源", "修改并提交");
        assertThat(get(url + "/edit", clerk)).hasStatusOk().bodyText().contains("改通知", "二次供水泵房检修");
    }

    @Test
    void aNoticeThatIsNotThereIsSaidToBeMissing() {
        assertThat(get("/notices/999999", clerk)).hasStatus(404).bodyText().contains("没有这条通知");
    }

    @Test
    void whatIsUnsentAndWhatIsScheduledHaveTheirPages() {
        assertThat(get("/notices/unsent", reviewer)).hasStatusOk().bodyText().contains("未发出清单");
        assertThat(get("/notices/calendar", clerk)).hasStatusOk().bodyText().contains("通知日历", "每周重复", "今天");
    }
}
