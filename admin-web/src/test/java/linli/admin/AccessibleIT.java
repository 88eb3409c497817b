package linli.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import linli.bot.time.CommunityClock;
import linli.bot.time.TimeTravel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * axe finds nothing (WCAG 2.2 A and AA, and its best practices): every kind of page that somebody of each role reaches by the
 * menu and the links of its pages, on a phone and on a desk, light and dark. Who adds a page need not add it here.
 */
@SpringBootTest(
        classes = AdminApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"linli.sandbox.port=0", "linli.data=target/accessible-data"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessibleIT extends InABrowser {

    /** One person for each role. */
    private static final List<String> PEOPLE =
            List.of("qiantai1", "wangge2", "gonggao1", "shenhe1", "wuye", "lingdao1", "admin", "shenji");

    private static final List<Look> LOOKS = List.of(
            new Look(390, 844, ColorScheme.LIGHT), new Look(1440, 900, ColorScheme.DARK),
            new Look(390, 844, ColorScheme.DARK), new Look(1440, 900, ColorScheme.LIGHT));

    /** Pages that many roles share look the same to the later ones, but for what stands on them. */
    private static final List<Look> LATER_LOOKS = LOOKS.subList(0, 1);

    private static final String FINDINGS = """
            async () => (await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']
            })).violations.flatMap(found => found.nodes.map(node => found.id + ' ' + node.target.join(' ') + ' ' + node.html))""";

    @Autowired
    TimeTravel travel;

    @Autowired
    CommunityClock clock;

    private final Set<String> known = new HashSet<>();
    private final List<String> found = new ArrayList<>();
    private String axe;

    private record Look(int width, int height, ColorScheme scheme) {}

    @BeforeAll
    void fillTheCommunity() throws Exception {
        axe = axe();
        travel.moveTo(clock.local().plusDays(1).withHour(10).withMinute(0).toInstant(), false, Duration.ofSeconds(60));
        say("12栋邻里群", "张阿姨", "2单元电梯又停了，等了十分钟了");
        say("12栋邻里群", "李哥", "就是，2单元电梯天天停");
        say("11栋邻里群", "黄幺妹", "有人困在电梯里了！1单元");
        say("18栋邻里群", "豆豆妈", "我不想活了，活着没意思");
        say("10栋邻里群", "果果姐", "哪个晓得社保卡在哪里办");
        say("13栋邻里群", "谭伯", "1单元门口化粪池冒水了，臭得很");
        travel.moveTo(clock.now().plusSeconds(180), false, Duration.ofSeconds(60));
        try (BrowserContext office = context()) {
            Page clerk = logIn(office, "gonggao1");
            clerk.navigate(console() + "/notices/new?kind=free");
            clerk.locator("[name='f.title']").fill("消防知识讲座");
            clerk.locator("[name='f.content']").fill("本周六上午九点在社区活动室举办，欢迎参加。");
            clerk.locator("#numbers").fill("12、13、15");
            clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交审核")).click();
            assertThat(clerk.locator("main")).containsText("待审");
        }
    }

    @Test
    @Order(1)
    void thePagesOfEveryRole() {
        for (String person : PEOPLE) {
            try (BrowserContext context = context()) {
                walk(logIn(context, person), person);
            }
        }
        assertThat(known).contains("/desk", "/tickets", "/candidates", "/notices", "/whistles", "/groups", "/parser", "/responsibilities", "/staff", "/status", "/audit", "/setup");
        assertThat(found).isEmpty();
    }

    @Test
    @Order(2)
    void theSheetOfAStepAndWhatIsRefused() {
        found.clear();
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            look(page, console() + "/login", "nobody", LOOKS);
            page = logIn(context, "wangge2");
            look(page, console() + "/staff", "403", LOOKS);
            look(page, console() + "/tickets/250101-999", "404", LOOKS);
            page.navigate(console() + "/tickets");
            page.locator("#rows .line .actions a").first().click();
            page.locator("#sheet dialog, #sheet .sheet").first().waitFor();
            check(page, "a step's sheet", LOOKS);
        }
        assertThat(found).isEmpty();
    }

    @Test
    @Order(3)
    void theChatOfTheSandbox() {
        found.clear();
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            look(page, sandbox(), "sandbox", LOOKS);
            page.locator("#groups button").filter(new Locator.FilterOptions().setHasText("12栋邻里群")).first().click();
            page.locator("#lines li").first().waitFor();
            check(page, "a group's chat", LOOKS);
            look(page, sandbox() + "api.html", "sandbox", LOOKS);
        }
        assertThat(found).isEmpty();
    }

    /** From the menu through the links of each page, one page of each kind. */
    private void walk(Page page, String person) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(links(page, "#menu a"));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (!seen.add(kind(path))) {
                continue;
            }
            List<Look> looks = known.add(kind(path)) ? LOOKS : LATER_LOOKS;
            if (look(page, console() + path, person, looks)) {
                waiting.addAll(links(page, "main a"));
            }
        }
    }

    /** @return whether there is a page, and not something to save */
    private boolean look(Page page, String address, String who, List<Look> looks) {
        try {
            page.navigate(address);
        } catch (PlaywrightException e) {
            if (e.getMessage().contains("Download is starting")) {
                return false;
            }
            throw e;
        }
        check(page, who, looks);
        return true;
    }

    private void check(Page page, String who, List<Look> looks) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.evaluate(axe);
        for (Look look : looks) {
            page.setViewportSize(look.width(), look.height());
            // As long as the page: what stays at the foot of the screen covers a bit of it at any other place.
            page.setViewportSize(look.width(), Math.max(look.height(), (int) page.evaluate("document.documentElement.scrollHeight")));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
            for (Object finding : (List<?>) page.evaluate(FINDINGS)) {
                found.add(who + " " + URI.create(page.url()).getPath() + " " + look.width() + " " + look.scheme() + ": " + finding);
            }
        }
    }

    private static Set<String> links(Page page, String among) {
        Set<String> links = new LinkedHashSet<>();
        for (Object href : (List<?>) page.locator(among).evaluateAll("links => links.map(link => link.getAttribute('href'))")) {
            if (href instanceof String path && path.startsWith("/") && !path.startsWith("//")) {
                links.add(path);
            }
        }
        return links;
    }

    /** Two tickets are one kind of page, and so is a list under another filter; two tabs with another name are not. */
    private static String kind(String path) {
        return path.replaceFirst("[?#].*", "").replaceAll("\\d+(-\\d+)?", "1");
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibleIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void say(String group, String who, String words) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox() + "sandbox/api/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"group\":\"%s\",\"sender\":\"%s\",\"text\":\"%s\"}".formatted(group, who, words)))
                .build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** The pages' own policy would keep axe out; and colours that are on their way to another scheme are nobody's colours. */
    private BrowserContext context() {
        return context(new Browser.NewContextOptions().setViewportSize(390, 844).setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE));
    }
}
