/**
 * Redis: shared short memory, for what may be lost at any moment without losing a fact. Doors: the {@code UnifiedJedis}
 * bean for the packages that keep tokens and send-rate windows, and {@link linli.bot.live.LiveUpdates}, by which open
 * pages of every node learn that something changed. With Redis away the program goes on by itself, says so once in the
 * log, and health shows DEGRADED.
 */
package linli.bot.live;
