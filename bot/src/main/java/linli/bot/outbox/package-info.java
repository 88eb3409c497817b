/**
 * 发件: every line the bot hands out, written in the transaction that decided it and handed over once. A key makes a line
 * unique, a lease makes its sender unique, and a line whose answer was lost stands as UNKNOWN and is looked up, never
 * blindly resent. Door: {@link linli.bot.outbox.Outbox}. Owns {@code outbox_message}. {@link linli.bot.outbox.Channel} is
 * implemented by each edge. Publishes {@link linli.bot.outbox.LinesMoved}.
 */
package linli.bot.outbox;
