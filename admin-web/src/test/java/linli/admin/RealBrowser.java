package linli.admin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The Chromium of this machine, and how somebody comes to the console with it. */
final class RealBrowser implements AutoCloseable {

    private final Playwright playwright = Playwright.create();
    private final Browser chromium = playwright.chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));

    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setLocale("zh-CN"));
        context.setDefaultTimeout(60_000);
        return context;
    }

    /** A person of the sample community, who has the sample's password. */
    static Page logIn(BrowserContext context, String console, String userid) {
        Page page = context.newPage();
        page.navigate(console + "/login");
        page.locator("#userid").fill(userid);
        page.locator("#password").fill("linli-demo-2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true)).click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
