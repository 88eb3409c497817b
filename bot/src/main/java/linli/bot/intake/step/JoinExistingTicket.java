package linli.bot.intake.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What adds to an open ticket: the same trouble again, +1 and its kin, a detail, a picture. Never opens one, never speaks. */
@Component
@Order(50)
class JoinExistingTicket implements Step {

    /** How long a +1 finds the ticket it means (C3). */
    private static final Duration PLUS_ONE = Duration.ofMinutes(30);

    /** How long the speaker's own next line still belongs to what he just reported. */
    private static final Duration SAME_BREATH = Duration.ofMinutes(5);

    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final Tickets tickets;
    private final Gathering gathering;

    JoinExistingTicket(Tickets tickets, Gathering gathering) {
        this.tickets = tickets;
        this.gathering = gathering;
    }

    @Override
    public Optional<String> take(Heard heard) {
        Understanding understood = heard.understanding();
        if (heard.message().late()) {
            return Optional.empty();
        }
        if (understood.troubles().size() == 1 && understood.level() != Level.CHAT) {
            Trouble trouble = understood.troubles().get(0);
            Optional<Ticket> same = gathering.sameTrouble(heard, trouble);
            if (same.isPresent() && (understood.level() == Level.TICKET || isSure(same.get()))) {
                gathering.join(same.get(), trouble.place(), heard);
                return Optional.of("voice");
            }
            return Optional.empty();
        }
        if (understood.followUp() == null || !understood.troubles().isEmpty()) {
            return Optional.empty();
        }
        return follow(heard, understood.followUp());
    }

    /** A guess may join what is sure; it must not make another guess louder. */
    private static boolean isSure(Ticket ticket) {
        return ticket.status() != TicketStatus.CANDIDATE;
    }

    private Optional<String> follow(Heard heard, FollowUp followUp) {
        Duration reach = switch (followUp) {
            case SAME -> PLUS_ONE;
            case MORE -> SAME_BREATH;
            default -> REMEMBERED;
        };
        List<Ticket> open = tickets.openIn(heard.group().id(), heard.at().minus(reach)).stream()
                .filter(JoinExistingTicket::isSure)
                .toList();
        if (open.isEmpty() || followUp == FollowUp.THANKS) {
            return Optional.empty();
        }
        Ticket ticket = open.get(0);
        switch (followUp) {
            case SAME -> gathering.join(ticket, heard.understanding().place(), heard);
            case MORE -> {
                if (!tickets.isVoice(ticket.id(), heard.speaker())) {
                    // A neighbour who says which unit it is knows the trouble; anything vaguer may be about something else.
                    if (heard.understanding().place().units().isEmpty()) {
                        return Optional.empty();
                    }
                    gathering.join(ticket, heard.understanding().place(), heard);
                    return Optional.of("voice");
                }
                tickets.attach(ticket.id(), heard.message().id(), followUp.name());
                tickets.widen(ticket.id(), heard.understanding().place());
            }
            default -> tickets.attach(ticket.id(), heard.message().id(), followUp.name());
        }
        return Optional.of(followUp == FollowUp.SAME ? "voice" : "follow-up");
    }
}
