package linli.bot.intake.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.thread.Action;
import linli.bot.thread.ThreadReading;
import linli.bot.ticket.GroupTickets;
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

    /** How likely a line must belong to a trouble before it is put there without a word of its own that says so. */
    private static final double SURE = 0.6;

    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Gathering gathering;

    JoinExistingTicket(Tickets tickets, GroupTickets groupTickets, Gathering gathering) {
        this.tickets = tickets;
        this.groupTickets = groupTickets;
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
        if (understood.followUp() != null && understood.troubles().isEmpty()) {
            Optional<String> followed = follow(heard, understood.followUp());
            if (followed.isPresent()) {
                return followed;
            }
        }
        return understood.level() == Level.CHAT ? belong(heard) : Optional.empty();
    }

    /** What the rules see no follow-up in may still belong to a trouble by what was said before it. */
    private Optional<String> belong(Heard heard) {
        ThreadReading reading = heard.reading();
        if (!reading.action().follows() || reading.likelihood() < SURE) {
            return Optional.empty();
        }
        Optional<Ticket> ticket = meant(heard, groupTickets.openIn(heard.group().id(), heard.at().minus(REMEMBERED)));
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        if (reading.action() == Action.SAME && reading.intent().isRequest() && isSure(ticket.get())) {
            if (heard.message().quote() == null && ticket.get().updatedAt().isBefore(heard.at().minus(PLUS_ONE))) {
                return Optional.empty();
            }
            gathering.join(ticket.get(), heard.understanding().place(), heard);
            return Optional.of("voice");
        }
        groupTickets.attach(ticket.get().id(), heard.message().id(), reading.action().name(), heard.at());
        if (reading.action() == Action.MORE && groupTickets.isVoice(ticket.get().id(), heard.speaker())) {
            groupTickets.widen(ticket.get().id(), heard.understanding().place(), heard.at());
        }
        return Optional.of("follow-up");
    }

    /** The ticket that the thread points to, if it is among these. */
    private static Optional<Ticket> meant(Heard heard, List<Ticket> tickets) {
        return tickets.stream().filter(ticket -> String.valueOf(ticket.id()).equals(heard.reading().topic())).findFirst();
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
        List<Ticket> open = groupTickets.openIn(heard.group().id(), heard.at().minus(reach)).stream()
                .filter(JoinExistingTicket::isSure)
                .toList();
        if (open.isEmpty() || followUp == FollowUp.THANKS) {
            return Optional.empty();
        }
        Ticket ticket = meant(heard, open).orElse(open.get(0));
        switch (followUp) {
            case SAME -> gathering.join(ticket, heard.understanding().place(), heard);
            case MORE -> {
                if (!groupTickets.isVoice(ticket.id(), heard.speaker())) {
                    // A neighbour who says which unit it is knows the trouble; anything vaguer may be about something else.
                    if (heard.understanding().place().units().isEmpty()) {
                        return Optional.empty();
                    }
                    gathering.join(ticket, heard.understanding().place(), heard);
                    return Optional.of("voice");
                }
                groupTickets.attach(ticket.id(), heard.message().id(), followUp.name(), heard.at());
                groupTickets.widen(ticket.id(), heard.understanding().place(), heard.at());
            }
            case ASK, AGAIN -> {
                // Who asks when it will be mended, while everybody is talking of it, has the trouble too (D1).
                if (!ticket.updatedAt().isBefore(heard.at().minus(PLUS_ONE)) && !groupTickets.isVoice(ticket.id(), heard.speaker())) {
                    gathering.join(ticket, heard.understanding().place(), heard);
                    return Optional.of("voice");
                }
                groupTickets.attach(ticket.id(), heard.message().id(), followUp.name(), heard.at());
            }
            default -> groupTickets.attach(ticket.id(), heard.message().id(), followUp.name(), heard.at());
        }
        return Optional.of(followUp == FollowUp.SAME ? "voice" : "follow-up");
    }
}
