package linli.bot.ticket;

import linli.bot.staff.Actor;

/**
 * Somebody acted on a ticket; inside the transaction.
 *
 * @param text what was written, with personal data masked
 * @param tell whether the group is to hear of it
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
        long eventId) {}
