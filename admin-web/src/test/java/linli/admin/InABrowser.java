package linli.admin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

/** The console and the sandbox as people hold them: in a real browser, over HTTP. */
@ActiveProfiles("sandbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InABrowser {

    static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Autowired
    Environment environment;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openBrowser() {
        playwright = Playwright.create();
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    BrowserContext phone(int width, int height) {
        return context(new Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(true));
    }

    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("zh-CN"));
        context.setDefaultTimeout(60_000);
        return context;
    }

    Page logIn(BrowserContext context, String userid) {
        Page page = context.newPage();
        page.navigate(console() + "/login");
        page.locator("#userid").fill(userid);
        page.locator("#password").fill("linli-demo-2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true)).click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    String console() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    String sandbox() {
        return "http://127.0.0.1:" + environment.getProperty("linli.sandbox.port") + "/";
    }
}
