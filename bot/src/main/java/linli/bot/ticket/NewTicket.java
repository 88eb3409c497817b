package linli.bot.ticket;

import java.time.Instant;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.routing.Assignment;

/** A row to be inserted. */
record NewTicket(
        String no,
        Opening opening,
        Trouble trouble,
        Urgency urgency,
        String reply,
        TicketStatus status,
        Whereabouts where,
        Assignment given,
        Instant at) {

    /** Whoever said it is its first voice. */
    int voices() {
        return opening.speaker() == null ? 0 : 1;
    }
}
