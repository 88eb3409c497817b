package linli.bot.entry;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photographs of entries go by the clock. */
@Configuration(proxyBeanMethods = false)
class EntrySweeps {

    @Bean
    Sweep forgetEntryPhotos(Entries entries) {
        return Sweep.every("1H", "forget-entry-photos", entries::forgetPhotos);
    }
}
