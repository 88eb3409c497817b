package linli.bot.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import linli.bot.time.CommunityClock;

/**
 * A notice that comes every week.
 *
 * @param noticeId whose words and audience it takes
 * @param nextDay of the occurrence that is not written yet
 * @param author userid of who answers for it
 */
public record Repeat(long id, long noticeId, int weekday, LocalTime at, LocalDate nextDay, String author) {

    public DayOfWeek day() {
        return DayOfWeek.of(weekday);
    }

    public Instant next() {
        return nextDay.atTime(at).atZone(CommunityClock.ZONE).toInstant();
    }
}
