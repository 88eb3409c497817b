package linli.bot.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    MachineClock machineClock() {
        return new MachineClock(Clock.systemUTC());
    }

    @Bean
    CommunityClock communityClock(MachineClock machine) {
        return new CommunityClock(machine);
    }
}
