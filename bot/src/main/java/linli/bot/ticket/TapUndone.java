package linli.bot.ticket;

/**
 * Somebody took a tap back; inside the transaction.
 *
 * @param eventId the history row of what was taken back
 * @param undoneBy the history row that says so
 */
record TapUndone(long ticketId, long eventId, TicketAction action, long undoneBy) {}
