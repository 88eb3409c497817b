package linli.bot.schedule;

import java.util.List;
import linli.bot.attachment.Attachments;
import linli.bot.entry.Entries;
import linli.bot.inbox.GroupMemory;
import linli.bot.inbox.Told;
import linli.bot.morning.MorningCards;
import linli.bot.notice.Notices;
import linli.bot.notice.Quotas;
import linli.bot.notice.Repeats;
import linli.bot.once.Once;
import linli.bot.outbox.RestoreWatch;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.HotIssues;
import linli.bot.ticket.NightLadder;
import linli.bot.ticket.Presence;
import linli.bot.ticket.Recordings;
import linli.bot.ticket.Reminders;
import linli.bot.ticket.Tickets;
import linli.bot.welcome.Welcomes;
import linli.bot.workbench.ReadingCorrections;
import org.springframework.stereotype.Component;

/** Everything that happens by the clock. */
@Component
class Timetable {

    private final List<Sweep> sweeps;

    Timetable(
            Announcements announcements,
            NightLadder ladder,
            Tickets tickets,
            Reminders reminders,
            HotIssues hot,
            Presence presence,
            Recordings recordings,
            MorningCards mornings,
            Notices notices,
            Quotas quotas,
            Repeats repeats,
            Attachments attachments,
            RestoreWatch sending,
            Welcomes welcomes,
            Told told,
            Entries entries,
            Once once,
            GroupMemory memory,
            ReadingCorrections corrections) {
        this.sweeps = List.of(
                Sweep.every("1s", "announce-in-groups", announcements::sendDue, announcements::nextDue),
                Sweep.every("5s", "gather-hot-issues", hot::gather, hot::nextDue),
                Sweep.every("5s", "climb-night-ladder", ladder::escalate, ladder::nextDue),
                Sweep.every("2s", "dispatch-due-notices", notices::dispatchDue, notices::nextDue),
                Sweep.every("5s", "welcome-newcomers", welcomes::sendDue, welcomes::nextDue),
                Sweep.every("5s", "decide-held-recordings", recordings::decideHeld, recordings::nextDue),
                Sweep.every("5s", "send-morning-cards", mornings::sendDue, mornings::nextDue),
                Sweep.every("30s", "remind-or-lapse", reminders::remindOrLapse, reminders::nextDue),
                Sweep.every("10m", "forget-lookers", presence::forget),
                Sweep.every("1m", "prepare-repeated-notices", repeats::prepare, repeats::nextDue),
                Sweep.every("30m", "read-group-quotas", quotas::readDue),
                Sweep.every("10m", "close-resolved-tickets", tickets::closeExpired),
                Sweep.every("10m", "drop-untouched-candidates", tickets::voidUntouched),
                Sweep.every("1m", "note-database-alive", sending::alive),
                Sweep.every("1h", "forget-old-attachments", attachments::forget),
                Sweep.every("1h", "forget-expired-words", told::forgetExpired),
                Sweep.every("1h", "forget-entry-photos", entries::forgetPhotos),
                Sweep.every("1h", "forget-once-keys", once::forget),
                Sweep.every("1h", "forget-quiet-groups", memory::forgetExpired),
                Sweep.every("1h", "forget-undecided-corrections", corrections::forgetUndecided));
    }

    List<Sweep> sweeps() {
        return sweeps;
    }
}
