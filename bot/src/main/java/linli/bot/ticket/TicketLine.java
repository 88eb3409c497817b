package linli.bot.ticket;

import java.time.Instant;
import linli.bot.inbox.IncomingMessage;

/**
 * A line of the group's talk around a ticket.
 *
 * @param speaker masked nickname; empty when the member is not known
 * @param text the words, personal data masked; empty when they expired
 * @param counted whether the ticket was made from it
 * @param part what a counted line is to the ticket: report, voice, picture, detail
 */
public record TicketLine(
        long messageId,
        Instant at,
        String speaker,
        boolean staff,
        IncomingMessage.Kind kind,
        String text,
        String mediaRef,
        boolean counted,
        String part,
        boolean recalled) {}
