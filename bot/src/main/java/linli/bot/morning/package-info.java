/**
 * 网格早报: at the end of the quiet hours each grid worker gets one card with what came in at night and what is left from
 * the day before. Door: {@link linli.bot.morning.MorningCards}. Owns no table; the outbox's key makes a card once.
 */
package linli.bot.morning;
