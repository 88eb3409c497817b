/** Threads that look for work until they are told to stop: {@link linli.bot.work.Crew}. Owns no table. */
package linli.bot.work;
