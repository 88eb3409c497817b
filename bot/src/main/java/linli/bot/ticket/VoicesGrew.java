package linli.bot.ticket;

/** One more person reported the same; inside the transaction. */
record VoicesGrew(long ticketId, int voices, long eventId) {}
