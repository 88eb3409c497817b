package linli.bot.ticket;

/** A line the ticket was made from. */
record TicketMessageRow(long messageId, String part) {}
