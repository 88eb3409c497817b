package linli.bot.ticket;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tickets do by the clock. */
@Configuration(proxyBeanMethods = false)
class TicketSweeps {

    @Bean
    Sweep announceInGroups(Announcements announcements) {
        return Sweep.every("1S", "announce-in-groups", announcements::sendDue, announcements::nextDue);
    }

    @Bean
    Sweep gatherHotIssues(HotIssues hot) {
        return Sweep.every("5S", "gather-hot-issues", hot::gather, hot::nextDue);
    }

    @Bean
    Sweep climbNightLadder(NightLadder ladder) {
        return Sweep.every("5S", "climb-night-ladder", ladder::escalate, ladder::nextDue);
    }

    @Bean
    Sweep decideHeldRecordings(Recordings recordings) {
        return Sweep.every("5S", "decide-held-recordings", recordings::decideHeld, recordings::nextDue);
    }

    @Bean
    Sweep remindOrLapse(Reminders reminders) {
        return Sweep.every("30S", "remind-or-lapse", reminders::remindOrLapse, reminders::nextDue);
    }

    @Bean
    Sweep closeResolvedTickets(Tickets tickets) {
        return Sweep.every("10M", "close-resolved-tickets", tickets::closeExpired);
    }

    @Bean
    Sweep dropUntouchedCandidates(Tickets tickets) {
        return Sweep.every("10M", "drop-untouched-candidates", tickets::voidUntouched);
    }

    @Bean
    Sweep forgetLookers(Presence presence) {
        return Sweep.every("10M", "forget-lookers", presence::forget);
    }
}
