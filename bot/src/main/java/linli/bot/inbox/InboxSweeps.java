package linli.bot.inbox;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Residents' words go by the clock. */
@Configuration(proxyBeanMethods = false)
class InboxSweeps {

    @Bean
    Sweep forgetExpiredWords(Told told) {
        return Sweep.every("1H", "forget-expired-words", told::forgetExpired);
    }

    @Bean
    Sweep forgetQuietGroups(GroupMemory memory) {
        return Sweep.every("1H", "forget-quiet-groups", memory::forgetExpired);
    }
}
