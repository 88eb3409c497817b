package linli.bot.ticket;

/**
 * What a tap at the console brought.
 *
 * @param undoable by which it may be taken back for ten seconds; null when it may not
 */
public record Tapped(Ticket ticket, Long undoable) {}
