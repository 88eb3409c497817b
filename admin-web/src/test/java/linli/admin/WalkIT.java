package linli.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import linli.bot.time.CommunityClock;
import linli.bot.time.TimeTravel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A stranger's first quarter of an hour, in a real browser: a resident chats, a grid worker handles it, a notice goes out. */
@SpringBootTest(
        classes = AdminApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"linli.sandbox.port=0", "linli.data=target/walk-data"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT extends InABrowser {

    @Autowired
    TimeTravel travel;

    @Autowired
    CommunityClock clock;

    /** A weekday's morning, whatever the machine's clock says, so that quiet hours do not decide. */
    @BeforeEach
    void beAwake() {
        travel.moveTo(clock.local().plusDays(1).withHour(10).withMinute(0).toInstant(), false, Duration.ofSeconds(60));
    }

    @Test
    @Order(1)
    void aResidentIsAnsweredChatterIsNotAndACallForHelpIsAnsweredAtOnce() {
        try (BrowserContext phone = phone()) {
            Page chat = chat(phone, "12栋邻里群", "张阿姨");

            say(chat, "2单元电梯又停了，等了十分钟了");
            assertThat(chat.locator("#lines")).containsText(Pattern.compile("【已登记】12栋2单元电梯停运，单号 \\d{6}-\\d{3}。网格员会核实处理"), SOON);

            say(chat, "今晚电梯口那家火锅巴适得很");
            say(chat, "有人困在电梯里了！1单元");
            assertThat(chat.locator("#lines")).containsText("正在通知值班人员", SOON);
            assertThat(chat.locator("#lines li").filter(new Locator.FilterOptions().setHasText("【已登记】"))).hasCount(1);
        }
    }

    @Test
    @Order(2)
    void theGridWorkerTakesTheTicketAndResolvesItAndTheGroupHearsEachStep() {
        try (BrowserContext office = phone();
                BrowserContext street = phone()) {
            Page desk = logIn(office, "wangge2");
            desk.navigate(console() + "/tickets");
            desk.locator("main").getByText("12栋2单元 电梯停运").first().click();

            desk.waitForURL(Pattern.compile(".*/tickets/\\d{6}-\\d{3}.*"));

            act(desk, "受理", "受理并发群", null);
            Page chat = chat(street, "12栋邻里群", "李哥");
            assertThat(chat.locator("#lines")).containsText("【已受理】", SOON);

            act(desk, "办结", "办结并发群", "20:10 恢复运行");
            assertThat(chat.locator("#lines")).containsText("20:10 恢复运行。没解决请回复", SOON);
            assertThat(desk.locator("main")).containsText("已办结", SOON);
        }
    }

    @Test
    @Order(3)
    void theWorkerOfAnotherGridSeesNoneOfIt() {
        try (BrowserContext office = phone()) {
            Page desk = logIn(office, "wangge3");
            desk.navigate(console() + "/tickets");
            assertThat(desk.locator("main")).containsText("工单");
            assertThat(desk.locator("main")).not().containsText("12栋2单元");
            assertThat(desk.locator("main")).not().containsText("12栋1单元");
        }
    }

    @Test
    @Order(4)
    void aNoticeIsWrittenReviewedConfirmedByItsOwnersAndHeardOnceInExactlyItsGroups() {
        try (BrowserContext writing = phone();
                BrowserContext reviewing = phone();
                BrowserContext street = phone()) {
            Page clerk = logIn(writing, "gonggao1");
            clerk.navigate(console() + "/notices/new?kind=free");
            clerk.locator("form#notice-form [name^='f.']").all().forEach(field -> {
                if (field.isVisible()) {
                    field.fill("本周六上午九点在社区活动室举办消防知识讲座");
                }
            });
            clerk.locator("#numbers").fill("12、13、15");
            clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交审核")).click();
            assertThat(clerk.locator("main")).containsText("待审", SOON);
            String notice = clerk.url();

            Page reviewer = logIn(reviewing, "shenhe1");
            reviewer.navigate(notice);
            reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("通过").setExact(true)).click();
            assertThat(reviewer.locator("main")).containsText("撤销", SOON);
            travel.moveTo(clock.now().plusSeconds(180), false, Duration.ofSeconds(60));

            assertThat(reviewer.locator("main")).containsText("已发送 0/3｜待群主确认 3", SOON);

            Page chat = chat(street, "12栋邻里群", "张阿姨");
            chat.locator("#tasks").getByRole(AriaRole.BUTTON).first().click();
            chat.locator("#tasks").getByText("确认发送", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(chat.locator("#lines")).containsText("消防知识讲座", SOON);
            assertThat(reviewer.locator("main")).containsText("已发送 2/3", SOON);

            Page other = chat(street, "13栋邻里群", "张阿姨");
            assertThat(other.locator("#lines li").filter(new Locator.FilterOptions().setHasText("消防知识讲座"))).hasCount(1);
            assertThat(chat(street, "14栋邻里群", "张阿姨").locator("#lines")).not().containsText("消防知识讲座");
        }
    }

    private BrowserContext phone() {
        return phone(390, 844);
    }

    private Page chat(BrowserContext context, String group, String who) {
        Page page = context.newPage();
        page.navigate(sandbox());
        page.locator("#groups button").filter(new Locator.FilterOptions().setHasText(group)).first().click();
        page.locator("#who").click();
        Locator known = page.locator("#who-list button").filter(new Locator.FilterOptions().setHasText(who));
        if (known.count() > 0) {
            known.first().click();
        } else {
            page.locator("#who-name").fill(who);
            page.locator("#who-new button").click();
        }
        return page;
    }

    private static void say(Page chat, String words) {
        chat.locator("#words").fill(words);
        chat.locator("#send").click();
        assertThat(chat.locator("#lines")).containsText(words);
    }

    /** Opens the form of a step from the ticket's page, fills its one field and presses the button that tells the group. */
    private static void act(Page desk, String step, String button, String text) {
        desk.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(step).setExact(true)).first().click();
        if (text != null) {
            desk.locator("#text").fill(text);
        }
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
