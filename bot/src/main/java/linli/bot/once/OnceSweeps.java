package linli.bot.once;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Old keys go by the clock. */
@Configuration(proxyBeanMethods = false)
class OnceSweeps {

    @Bean
    Sweep forgetOnceKeys(Once once) {
        return Sweep.every("1H", "forget-once-keys", once::forget);
    }
}
