package linli.admin.tickets;

import java.util.Arrays;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketEvent;

/** Names what happened in a line of a ticket's history. */
final class Steps {

    private Steps() {}

    static String word(TicketEvent event) {
        return Arrays.stream(TicketAction.values()).filter(event::is).findFirst()
                .map(action -> Texts.of("tickets.done." + action))
                .orElseGet(() -> Texts.of("tickets.noted." + event.kind(), event.note()));
    }

    /** What stands below the word; null when the word has said it. */
    static String note(TicketEvent event) {
        return event.is(TicketEvent.Noted.JOINED) ? null : event.note();
    }
}
