package linli.bot.phrase;

import linli.bot.parsing.Category;
import linli.bot.ticket.TicketAction;

/** @param category null for any matter */
public record Phrase(long id, TicketAction action, Category category, String words) {}
