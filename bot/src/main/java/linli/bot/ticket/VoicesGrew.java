package linli.bot.ticket;

import java.time.Instant;

/**
 * One more person reported the same; inside the transaction.
 *
 * @param at when that was said
 */
record VoicesGrew(long ticketId, int voices, long eventId, Instant at) {}
