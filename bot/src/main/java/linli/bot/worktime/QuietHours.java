package linli.bot.worktime;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import linli.bot.settings.Settings;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** 静默时段: when a group is left in peace. The start is quiet, the end no longer; equal ends mean that there are none. */
@Component
public class QuietHours {

    private final Settings settings;

    QuietHours(Settings settings) {
        this.settings = settings;
    }

    public boolean contains(Instant at) {
        LocalTime time = at.atZone(CommunityClock.ZONE).toLocalTime();
        LocalTime from = settings.quietFrom();
        LocalTime to = settings.quietTo();
        return from.isAfter(to)
                ? !time.isBefore(from) || time.isBefore(to)
                : !time.isBefore(from) && time.isBefore(to);
    }

    /** When the quiet hours around this instant end; the instant itself when it is not quiet. */
    public Instant endAfter(Instant at) {
        if (!contains(at)) {
            return at;
        }
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        ZonedDateTime end = local.with(settings.quietTo());
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
