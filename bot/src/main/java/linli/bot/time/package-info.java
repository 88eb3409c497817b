/**
 * The two kinds of time. {@link linli.bot.time.CommunityClock} rules what people see: message times, settling, quiet
 * hours, deadlines, schedules, quotas. {@link linli.bot.time.MachineClock} rules leases, tokens, sessions and the callback
 * window. Owns table {@code community_clock}. The sandbox moves the first one through {@link linli.bot.time.TimeTravel}.
 * What a feature does by the clock it declares as {@link linli.bot.time.Sweep} beans.
 */
package linli.bot.time;
