package linli.bot.wecom.auto;

import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.wecom.SandboxAddress;
import linli.bot.wecom.WeComProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start a system that would claim to speak at once where nothing can. */
@Component
class AutoGuard {

    AutoGuard(Outbox outbox, WeComProperties properties, Environment environment) {
        if (outbox.groupRoute() == Route.AUTO && !SandboxAddress.isBase(environment)) {
            throw new AutoRefused(properties.base());
        }
    }
}
