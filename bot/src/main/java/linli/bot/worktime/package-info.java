/**
 * When the community works and when it sleeps: work spans, public holidays and their 调休, quiet hours. Doors: {@link
 * linli.bot.worktime.WorkCalendar}, {@link linli.bot.worktime.QuietHours}. Owns tables {@code work_span}, {@code
 * calendar_day}. All in {@link linli.bot.time.CommunityClock#ZONE}, whatever the machine's zone.
 */
package linli.bot.worktime;
