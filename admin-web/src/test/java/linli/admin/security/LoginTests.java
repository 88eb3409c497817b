package linli.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import linli.bot.staff.Actor;
import linli.bot.staff.LoginOutcome;
import linli.bot.staff.Logins;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class LoginTests {

    private static final String PASSWORD = "linli-demo-2026";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffMembers staff;

    @Autowired
    Logins logins;

    private Actor admin;

    @BeforeEach
    void twoPeopleWorkHere() {
        admin = person("admin", Role.ADMIN);
        person("qiantai1", Role.DESK);
    }

    private Actor person(String userid, Role role) {
        long id = staff.put(userid, "何" + userid, null, Set.of(role), null, null);
        logins.install(List.of(staff.get(id)), PASSWORD, false);
        return staff.get(id).actor();
    }

    @Test
    void theLoginPageIsChineseAndAllowsNothingInline() {
        MvcTestResult page = mvc.get().uri("/login").exchange();

        assertThat(page).hasStatusOk().bodyText().contains("登录").doesNotContain("style=", "onclick", "<script>");
        assertThat(page).headers().hasValue("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY);
        assertThat(page).headers().hasValue("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aStrangerIsSentToTheLoginAndComesBackToWhereTheStrangerWanted() {
        assertThat(mvc.get().uri("/more?x=1")).hasStatus3xxRedirection().hasRedirectedUrl("/login?to=%2Fmore%3Fx%3D1");

        MvcTestResult in = login("qiantai1", PASSWORD, "/more?x=1");
        assertThat(in).hasRedirectedUrl("/more?x=1");
    }

    @Test
    void nobodyIsSentToAnotherHostAfterTheLogin() {
        assertThat(login("qiantai1", PASSWORD, "//evil.example")).hasRedirectedUrl("/");
        assertThat(login("qiantai1", PASSWORD, "/\\evil.example")).hasRedirectedUrl("/");
        assertThat(login("qiantai1", PASSWORD, "https://evil.example")).hasRedirectedUrl("/");
    }

    @Test
    void anExpiredSessionSendsAnHtmxRequestToTheLoginAsAWhole() {
        assertThat(mvc.get().uri("/menu").header("HX-Request", "true")).hasStatus(401).headers().hasValue("HX-Redirect", "/login");
        assertThat(mvc.post().uri("/password").header("HX-Request", "true")).hasStatus(401).headers().hasValue("HX-Redirect", "/login?expired");
    }

    @Test
    void aPostWithoutTheTokenIsRefused() {
        Cookie session = login("qiantai1", PASSWORD, null).getResponse().getCookie("LINLI");

        assertThat(mvc.post().uri("/password").cookie(session)).hasStatus(403);
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        assertThat(login("qiantai1", PASSWORD, null).getResponse().getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void theSessionGetsANewIdAtTheLogin() {
        Cookie before = mvc.get().uri("/login").exchange().getResponse().getCookie("LINLI");
        Cookie after = mvc.post().uri("/login").cookie(before).with(csrf()).param("userid", "qiantai1").param("password", PASSWORD)
                .exchange().getResponse().getCookie("LINLI");

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(mvc.get().uri("/more").cookie(before)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/more").cookie(after)).hasStatusOk();
    }

    @Test
    void twoLoginsAtOnceBothWork() {
        Cookie one = login("qiantai1", PASSWORD, null).getResponse().getCookie("LINLI");
        Cookie other = login("qiantai1", PASSWORD, null).getResponse().getCookie("LINLI");

        assertThat(mvc.get().uri("/more").cookie(one)).hasStatusOk();
        assertThat(mvc.get().uri("/more").cookie(other)).hasStatusOk();
    }

    @Test
    void aChangedRoleActsAtTheNextRequest() {
        Cookie session = login("qiantai1", PASSWORD, null).getResponse().getCookie("LINLI");
        assertThat(mvc.get().uri("/staff").cookie(session)).hasStatus(403);

        person("qiantai1", Role.ADMIN);

        assertThat(mvc.get().uri("/more").cookie(session)).bodyText().contains("成员");
    }

    @Test
    void aLoginIsLockedAfterFiveFailuresAndTheAdministratorOpensIt() {
        for (int i = 0; i < 4; i++) {
            assertThat(login("qiantai1", "falsch", null)).hasRedirectedUrl("/login?error");
        }
        assertThat(login("qiantai1", "falsch", null)).hasRedirectedUrl("/login?locked");
        assertThat(login("qiantai1", PASSWORD, null)).hasRedirectedUrl("/login?locked");
        assertThat(mvc.get().uri("/login?locked")).bodyText().contains("已锁定 15 分钟");

        logins.unlock(staff.findByUserid("qiantai1").orElseThrow().id(), admin);
        assertThat(login("qiantai1", PASSWORD, null)).hasRedirectedUrl("/");
    }

    @Test
    void aNameNobodyHasIsAnsweredLikeOneThatExists() {
        for (int i = 0; i < 4; i++) {
            assertThat(logins.attempt("nobody", "x")).isInstanceOf(LoginOutcome.Refused.class);
        }
        assertThat(logins.attempt("nobody", "x")).isInstanceOf(LoginOutcome.Locked.class);
    }

    @Test
    void aPasswordThatWasGivenOutHasToBeChangedFirst() {
        String given = logins.reset(staff.findByUserid("qiantai1").orElseThrow().id(), admin);
        Cookie session = login("qiantai1", given, null).getResponse().getCookie("LINLI");
        assertThat(mvc.get().uri("/more").cookie(session)).hasRedirectedUrl("/password");

        assertThat(change(session, given, "123456789012")).hasStatus(422).bodyText().contains("太容易被猜到");
        assertThat(change(session, given, "short")).hasStatus(422).bodyText().contains("至少要 12 个字");
        assertThat(change(session, given, "mei hua san nong 7")).hasStatus3xxRedirection().hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/more").cookie(session)).hasStatusOk();
    }

    @Test
    void whatIsNotListedIsClosed() {
        Cookie session = login("admin", PASSWORD, null).getResponse().getCookie("LINLI");

        assertThat(mvc.get().uri("/actuator/env").cookie(session)).hasStatus(404);
        assertThat(mvc.get().uri("/nix").cookie(session)).hasStatus(404);
        assertThat(mvc.get().uri("/tickets").cookie(session)).hasStatus(403);
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }

    private MvcTestResult change(Cookie session, String current, String wanted) {
        return mvc.post().uri("/password").cookie(session).with(csrf())
                .param("current", current).param("wanted", wanted).param("again", wanted).exchange();
    }

    private MvcTestResult login(String userid, String password, String to) {
        var request = mvc.post().uri("/login").with(csrf()).param("userid", userid).param("password", password);
        return (to == null ? request : request.param("to", to)).exchange();
    }
}
