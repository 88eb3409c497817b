package linli.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Times as people say them, by the community's clock and zone: {@code @times.ago(at)}. Nothing for null. */
@Component("times")
public class Times {

    private static final DateTimeFormatter FULL = format("times.full");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = format("times.day");
    private static final DateTimeFormatter YEAR = format("times.year");

    private final CommunityClock clock;

    Times(CommunityClock clock) {
        this.clock = clock;
    }

    private static DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(Texts.of(key), Locale.CHINA);
    }

    /** 刚刚, 3 分钟前, 2 小时前, 昨天 14:05, 11月20日 14:05; what lies ahead is said by its clock time. */
    public String ago(Instant at) {
        if (at == null) {
            return "";
        }
        Duration passed = Duration.between(at, clock.now());
        if (passed.isNegative() || passed.toHours() >= 12) {
            return when(at);
        }
        if (passed.toMinutes() < 1) {
            return Texts.of("times.now");
        }
        return passed.toHours() < 1
                ? Texts.of("times.minutesAgo", String.valueOf(passed.toMinutes()))
                : Texts.of("times.hoursAgo", String.valueOf(passed.toHours()));
    }

    /** 今天 14:05, 明天 09:00, 11月20日 14:05, 2025年11月20日 14:05. */
    public String when(Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        return day(local.toLocalDate()) + " " + CLOCK.format(local);
    }

    /** 今天, 昨天, 明天, 11月20日. */
    public String day(LocalDate date) {
        LocalDate today = clock.today();
        if (date.equals(today)) {
            return Texts.of("times.today");
        }
        if (date.equals(today.minusDays(1))) {
            return Texts.of("times.yesterday");
        }
        if (date.equals(today.plusDays(1))) {
            return Texts.of("times.tomorrow");
        }
        return (date.getYear() == today.getYear() ? DAY : YEAR).format(date);
    }

    /** 2026年11月24日 周二 14:05:09, for the tooltip of every other form. */
    public String full(Instant at) {
        return at == null ? "" : FULL.format(at.atZone(CommunityClock.ZONE));
    }

    /** 14:05. */
    public String clock(Instant at) {
        return at == null ? "" : CLOCK.format(at.atZone(CommunityClock.ZONE));
    }

    /** 08:00 while it is today, else with the day. */
    public String planned(Instant at) {
        return at != null && at.atZone(CommunityClock.ZONE).toLocalDate().equals(clock.today()) ? clock(at) : when(at);
    }

    /** For the {@code datetime} attribute. */
    public String iso(Instant at) {
        return at == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(CommunityClock.ZONE));
    }

    /** 还剩 42 分, 已超 1 小时. */
    public String due(Instant at) {
        if (at == null) {
            return "";
        }
        Duration left = Duration.between(clock.now(), at);
        return Texts.of(left.isNegative() ? "times.over" : "times.left", length(left.abs()));
    }

    public boolean isPast(Instant at) {
        return at != null && at.isBefore(clock.now());
    }

    /** Due within so many minutes, or past. */
    public boolean isNear(Instant at, long minutes) {
        return at != null && at.isBefore(clock.now().plus(Duration.ofMinutes(minutes)));
    }

    /** 40 秒, 42 分, 3 小时, 2 天. */
    public String length(Duration length) {
        if (length.toMinutes() < 1) {
            return Texts.of("times.seconds", String.valueOf(length.toSeconds()));
        }
        if (length.toHours() < 1) {
            return Texts.of("times.minutes", String.valueOf(length.toMinutes()));
        }
        return length.toHours() < 48
                ? Texts.of("times.hours", String.valueOf(length.toHours()))
                : Texts.of("times.days", String.valueOf(length.toDays()));
    }
}
