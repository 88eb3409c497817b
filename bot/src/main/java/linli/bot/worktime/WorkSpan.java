package linli.bot.worktime;

import java.time.LocalTime;

/**
 * Hours in which the community works, such as 09:00 to 12:00.
 *
 * @param weekday 1 Monday to 7 Sunday
 */
public record WorkSpan(int weekday, LocalTime starts, LocalTime ends) {}
