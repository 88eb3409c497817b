package linli.bot.workbench;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Corrections nobody decides on go by the clock. */
@Configuration(proxyBeanMethods = false)
class WorkbenchSweeps {

    @Bean
    Sweep forgetUndecidedCorrections(ReadingCorrections corrections) {
        return Sweep.every("1H", "forget-undecided-corrections", corrections::forgetUndecided);
    }
}
