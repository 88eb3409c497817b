package linli.bot.outbox;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sending does by the clock. */
@Configuration(proxyBeanMethods = false)
class OutboxSweeps {

    @Bean
    Sweep noteDatabaseAlive(RestoreWatch watch) {
        return Sweep.every("1M", "note-database-alive", watch::alive);
    }
}
