package linli.bot.notice;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notices do by the clock. */
@Configuration(proxyBeanMethods = false)
class NoticeSweeps {

    @Bean
    Sweep dispatchDueNotices(Notices notices) {
        return Sweep.every("2S", "dispatch-due-notices", notices::dispatchDue, notices::nextDue);
    }

    @Bean
    Sweep prepareRepeatedNotices(Repeats repeats) {
        return Sweep.every("1M", "prepare-repeated-notices", repeats::prepare, repeats::nextDue);
    }

    @Bean
    Sweep readGroupQuotas(Quotas quotas) {
        return Sweep.every("30M", "read-group-quotas", quotas::readDue);
    }
}
