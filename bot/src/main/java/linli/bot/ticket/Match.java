package linli.bot.ticket;

import java.util.List;
import java.util.Optional;

/** What a number or its last digits point to in a group: one ticket, none, or too many to tell. */
public record Match(List<Ticket> tickets) {

    public Match {
        tickets = List.copyOf(tickets);
    }

    public Optional<Ticket> one() {
        return tickets.size() == 1 ? Optional.of(tickets.get(0)) : Optional.empty();
    }

    public boolean isAmbiguous() {
        return tickets.size() > 1;
    }
}
