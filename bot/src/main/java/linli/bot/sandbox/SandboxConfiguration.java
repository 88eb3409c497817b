package linli.bot.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import linli.bot.rehearsal.Office;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.Tenant;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import linli.bot.time.TimeTravel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Hands the sandbox the few things it shares with us: the database, the clocks, and what a WeCom tenant agrees with its app. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("linli.sandbox.enabled")
class SandboxConfiguration {

    @Bean
    SandboxRunner sandboxRunner(
            SandboxProperties properties,
            Environment environment,
            DataSource database,
            CommunityClock community,
            MachineClock machine,
            ClockStore clockStore,
            ObjectProvider<TimeTravel> travel,
            ObjectProvider<Office> office) {
        Path config = Path.of(environment.getProperty("linli.config", "config"));
        return new SandboxRunner(new Surroundings(
                properties.port(),
                tenant(environment),
                database,
                community,
                machine,
                clockStore,
                () -> Optional.ofNullable(travel.getIfAvailable()),
                () -> Optional.ofNullable(office.getIfAvailable()),
                () -> callback(environment),
                properties.world() != null ? properties.world() : config.resolve("sample/sandbox-world.yml"),
                config));
    }

    private static Tenant tenant(Environment environment) {
        return new Tenant(
                environment.getRequiredProperty("linli.wecom.corp-id"),
                environment.getRequiredProperty("linli.wecom.agent-id", Integer.class),
                environment.getRequiredProperty("linli.wecom.secret"),
                environment.getRequiredProperty("linli.wecom.archive-secret"),
                environment.getRequiredProperty("linli.wecom.token"),
                environment.getRequiredProperty("linli.wecom.aes-key"));
    }

    /** Our own port is known only once our own web server runs, which is after the sandbox does. */
    private static Optional<URI> callback(Environment environment) {
        String given = environment.getProperty("linli.wecom.callback-url");
        if (given != null && !given.isBlank()) {
            return Optional.of(URI.create(given));
        }
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://127.0.0.1:" + port + "/wecom/callback"));
    }
}
