package linli.bot.welcome;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Newcomers are welcomed by the clock. */
@Configuration(proxyBeanMethods = false)
class WelcomeSweeps {

    @Bean
    Sweep welcomeNewcomers(Welcomes welcomes) {
        return Sweep.every("5S", "welcome-newcomers", welcomes::sendDue, welcomes::nextDue);
    }
}
