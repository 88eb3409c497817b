package linli.bot.worktime;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param works false for a holiday, true for a 调休 workday
 */
public record CalendarDay(LocalDate day, boolean works, String reason) {}
