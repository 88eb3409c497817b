package linli.bot.intake.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An emergency (P0): duty is called and the group hears the hotline line, at once; who shouts the same is a voice. */
@Component
@Order(30)
class CallForHelp implements Step {

    private static final Duration SAME_EMERGENCY = Duration.ofMinutes(30);

    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Gathering gathering;

    CallForHelp(Tickets tickets, GroupTickets groupTickets, Gathering gathering) {
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.gathering = gathering;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (heard.understanding().level() != Level.EMERGENCY) {
            return Optional.empty();
        }
        List<Ticket> opened = new ArrayList<>();
        for (Trouble trouble : heard.understanding().troubles()) {
            List<Ticket> running = groupTickets.openIn(heard.group().id(), heard.at().minus(SAME_EMERGENCY));
            Optional<Ticket> same = running.stream().filter(t -> gathering.isSame(t, trouble)).findFirst();
            if (same.isPresent()) {
                gathering.join(same.get(), trouble.place(), heard);
            } else {
                // What is no emergency of itself is its own matter; the emergency's line speaks for both (D5 case 46).
                boolean itself = trouble.urgency() == Urgency.P0 || heard.understanding().troubles().size() == 1;
                Opening opening = Opening.said(
                        itself ? Level.EMERGENCY : Level.TICKET,
                        trouble,
                        heard.group().id(),
                        heard.group().gridId(),
                        heard.speaker(),
                        gathering.linesOf(heard),
                        heard.at(),
                        heard.message().late(),
                        itself && heard.addressed());
                opened.add(tickets.open(itself ? opening : opening.unspoken()));
            }
        }
        opened.stream().skip(1).forEach(other -> groupTickets.relate(opened.get(0), other));
        return Optional.of("emergency");
    }
}
