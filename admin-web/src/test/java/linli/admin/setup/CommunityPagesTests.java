package linli.admin.setup;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.staff.LoginOutcome;
import linli.bot.staff.Logins;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The administrator's pages over the sample community. */
@SpringBootTest(properties = {"linli.setup.import=${linli.config}/sample/community.xlsx", "linli.setup.sample-password=linli-demo-2026"})
@AutoConfigureMockMvc
class CommunityPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffMembers staff;

    @Autowired
    Logins logins;

    @Autowired
    ChatGroups groups;

    @Autowired
    Areas areas;

    private Staff person(String userid) {
        return staff.findByUserid(userid).orElseThrow();
    }

    private MvcTestResult get(String userid, String url) {
        return mvc.get().uri(url).with(as(person(userid))).exchange();
    }

    private MvcTestResult post(String userid, String url, String... parameters) {
        var request = mvc.post().uri(url).with(as(person(userid))).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void theBoardShowsSixGridsWithTheirBuildings() {
        assertThat(get("qiantai1", "/groups")).hasStatusOk().bodyText()
                .contains("第1网格", "第6网格", "54栋", "群主小陈", "陈静、刘洋").doesNotContain("还没有绑定");
    }

    @Test
    void aGridWorkerSeesTheOwnGridOnly() {
        assertThat(get("wangge2", "/groups")).bodyText().contains("12栋").doesNotContain("第3网格", "19栋");
        assertThat(get("wangge2", "/groups/" + group("12栋邻里群").id())).hasStatusOk().bodyText().contains("陈静", "刘洋", "楼栋群");
        assertThat(get("wangge2", "/groups/" + group("19栋邻里群").id())).hasStatus(404).bodyText().contains("没有这个群");
    }

    private ChatGroup group(String name) {
        return groups.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void anUnboundGroupIsBoundToWhatItsNameSpeaksOf() {
        groups.learn("wrUnbound", "<b>7栋</b>业主群", "wangge1", 20);
        long building = areas.building("7").orElseThrow().id();

        assertThat(get("admin", "/groups")).bodyText()
                .contains("&lt;b&gt;7栋&lt;/b&gt;业主群", "就是它，绑定").containsPattern("value=\"" + building + "\" selected");
        assertThat(post("wangge1", "/groups/" + groups.findByExternalId("wrUnbound").orElseThrow().id() + "/bind", "area", "" + building)).hasStatus(403);
        assertThat(post("admin", "/groups/" + groups.findByExternalId("wrUnbound").orElseThrow().id() + "/bind", "area", "" + building)).hasStatus3xxRedirection();
        assertThat(groups.findByExternalId("wrUnbound")).hasValueSatisfying(bound -> assertThat(bound.isBound()).isTrue());
    }

    @Test
    void membersAreListedByRole() {
        assertThat(get("admin", "/staff")).hasStatusOk().bodyText().contains("30 人", "陈静", "物业服务中心", "可以登录");
        assertThat(get("admin", "/staff?role=LEADER")).bodyText().contains("2 人", "钟伟").doesNotContain("wangge2");
        assertThat(get("qiantai1", "/staff")).hasStatus(403);
    }

    @Test
    void aResetPasswordIsShownOnceAndHasToBeChanged() throws IOException {
        MvcTestResult page = post("admin", "/staff/" + person("huanwei").id() + "/password");
        assertThat(page).hasStatusOk().headers().hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");

        String password = page.getResponse().getContentAsString().replaceAll("(?s).*class=\"once\">([^<]+)<.*", "$1");
        assertThat(logins.attempt("huanwei", "linli-demo-2026")).isInstanceOf(LoginOutcome.Refused.class);
        assertThat(logins.attempt("huanwei", password)).isInstanceOfSatisfying(LoginOutcome.Accepted.class, in -> assertThat(in.mustChange()).isTrue());
    }

    @Test
    void rolesAreChangedButNeverTheOwnLastDoor() {
        assertThat(post("admin", "/staff/" + person("gonggao2").id() + "/roles", "role", "CLERK", "role", "DESK")).hasStatus3xxRedirection();
        assertThat(person("gonggao2").roles()).isEqualTo(Set.of(Role.CLERK, Role.DESK));

        assertThat(post("admin", "/staff/" + person("admin").id() + "/roles", "role", "DESK")).hasStatus(403).bodyText().contains("不能取消自己的管理员角色");
        assertThat(post("admin", "/staff/" + person("gonggao2").id() + "/roles")).hasStatus(422).bodyText().contains("至少要选一个角色");
        assertThat(post("admin", "/staff/" + person("gonggao2").id() + "/roles", "role", "GRID")).hasStatus(422);
    }

    @Test
    void somebodyWhoLeftIsLetInNoMore() {
        post("admin", "/staff/" + person("shenhe2").id() + "/active", "active", "false");
        assertThat(logins.attempt("shenhe2", "linli-demo-2026")).isInstanceOf(LoginOutcome.Refused.class);
        assertThat(get("admin", "/staff/" + person("shenhe2").id())).bodyText().contains("已停用", "恢复账号");
        post("admin", "/staff/" + person("shenhe2").id() + "/active", "active", "true");
        assertThat(logins.attempt("shenhe2", "linli-demo-2026")).isInstanceOf(LoginOutcome.Accepted.class);
    }

    @Test
    void theRunningStateIsSaidInChinese() {
        assertThat(get("admin", "/status")).hasStatusOk().bodyText()
                .contains("数据库", "正常", "等待识别", "按时间发生的事").doesNotContain("dispatch-due", ">UP<", "WAITING");
    }

    @Test
    void aTemplateIsDownloaded() {
        MvcTestResult file = get("admin", "/setup/template");
        assertThat(file).hasStatusOk().headers().hasValue("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(file.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void theSameSpreadsheetIsFoundToChangeNothing() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of(System.getProperty("linli.config"), "sample", "community.xlsx"));
        assertThat(upload("/setup/check", sample)).hasStatusOk().bodyText().contains("不变");
    }

    @Test
    void aBadSpreadsheetIsListedErrorByError() {
        assertThat(upload("/setup/import", "编码".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422).bodyText().contains("什么都没有导入", "整个文件", "这不是能读的 .xlsx 文件");
        assertThat(upload("/setup/import", new byte[0])).hasStatus(422).bodyText().contains("请先选择");
    }

    private MvcTestResult upload(String url, byte[] content) {
        return mvc.perform(multipart(HttpMethod.POST, url)
                .file(new MockMultipartFile("file", "a.xlsx", null, content)).with(as(person("admin"))).with(csrf()));
    }
}
