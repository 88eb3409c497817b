package linli.bot.embedded;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A process of its own that holds the embedded servers until its input ends; what it says is its addresses. */
@Configuration(proxyBeanMethods = false)
class Probe {

    static final String READY = "READY ";

    public static void main(String[] arguments) throws IOException {
        SpringApplication application = new SpringApplication(Probe.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        Environment environment = application.run(arguments).getEnvironment();
        System.out.println(READY
                + environment.getProperty("linli.db.url") + " "
                + environment.getProperty("linli.db.password") + " "
                + environment.getProperty("linli.redis.url"));
        while (System.in.read() >= 0) {
            // Lives until the test closes its input or kills it.
        }
    }
}
