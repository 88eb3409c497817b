package linli.bot.ticket;

/** Something changed that is no row of {@link TicketAction}: un-merged, split; open pages look again. */
record TicketTouched(long ticketId) {}
