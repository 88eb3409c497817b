package linli.bot.ticket;

/** A ticket or candidate came into being; inside the transaction. */
record TicketOpened(Ticket ticket, Opening opening, long eventId) {}
