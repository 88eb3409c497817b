/**
 * 定时: {@link linli.bot.schedule.Timetable} is one list of everything that happens by the clock; features declare what is in
 * it. Quartz ticks on machine time, once in the cluster; each sweep asks the database what is due by the community's clock.
 * Also moves that clock for a rehearsal, stopping at each due instant. An edge: nobody imports it.
 */
package linli.bot.schedule;
