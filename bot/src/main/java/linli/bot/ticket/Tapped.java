package linli.bot.ticket;

import java.time.Duration;

/**
 * What a tap at the console brought.
 *
 * @param undoable by which it may be taken back for ten seconds; null when it may not
 */
public record Tapped(Ticket ticket, Long undoable) {

    /** How long whatever is said because of the tap has to wait. */
    public static Duration hold() {
        return TicketTaps.HOLD;
    }
}
