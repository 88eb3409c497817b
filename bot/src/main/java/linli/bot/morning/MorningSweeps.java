package linli.bot.morning;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Morning cards go out by the clock. */
@Configuration(proxyBeanMethods = false)
class MorningSweeps {

    @Bean
    Sweep sendMorningCards(MorningCards mornings) {
        return Sweep.every("5S", "send-morning-cards", mornings::sendDue, mornings::nextDue);
    }
}
