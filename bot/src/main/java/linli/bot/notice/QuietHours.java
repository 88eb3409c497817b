package linli.bot.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import linli.bot.settings.Settings;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** 免打扰: the hours of the night in which nothing is broadcast (C8). */
@Component("noticeQuietHours")
class QuietHours {

    private final Settings settings;

    QuietHours(Settings settings) {
        this.settings = settings;
    }

    /** {@code at} itself, or the end of the quiet hours it falls into. */
    Instant firstAllowed(Instant at) {
        LocalTime from = settings.quietFrom();
        LocalTime to = settings.quietTo();
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean evening = overMidnight && !time.isBefore(from);
        boolean quiet = evening || time.isBefore(to) && (overMidnight || !time.isBefore(from));
        return quiet ? local.toLocalDate().plusDays(evening ? 1 : 0).atTime(to).atZone(CommunityClock.ZONE).toInstant() : at;
    }
}
