package linli.bot.ticket;

import linli.bot.staff.Actor;

/**
 * Somebody acted on a ticket; inside the transaction.
 *
 * @param text what was written, with personal data masked
 * @param tell whether the group is to hear of it
 * @param held whether the person may take it back for some seconds; so long the group waits
 */
public record TicketMoved(
        long ticketId,
        String no,
        TicketAction action,
        TicketStatus from,
        TicketStatus to,
        Actor actor,
        String text,
        String expected,
        boolean tell,
        boolean held,
        long eventId) {}
