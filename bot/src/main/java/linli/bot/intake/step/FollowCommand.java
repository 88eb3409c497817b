package linli.bot.intake.step;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.community.Members;
import linli.bot.parsing.Command;
import linli.bot.problem.Problem;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Match;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.Tickets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What residents ask of the assistant in plain words (C18): by number, by its last digits, or by answering to its line. */
@Component
@Order(40)
class FollowCommand implements Step {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final ActionForm AND_TELL = new ActionForm(null, null, null, null, null, null, null, true);
    private static final Map<String, String> REFUSALS =
            Map.of("problem.ticket.reopenLate", "reopen-late", "problem.ticket.reopenOften", "reopen-often");
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{3,6}");

    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Announcements words;
    private final Members members;
    private final Answers answers;

    FollowCommand(Tickets tickets, GroupTickets groupTickets, Announcements words, Members members, Answers answers) {
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.words = words;
        this.members = members;
        this.answers = answers;
    }

    @Override
    public Optional<String> take(Heard heard) {
        Command command = heard.understanding().command();
        if (command == null) {
            return Optional.empty();
        }
        switch (command.verb()) {
            case PROGRESS -> withTicket(heard, ticket -> answers.sayText(heard, "progress", words.progress(ticket)));
            case NOT_SOLVED -> withTicket(heard, ticket -> tell(heard, ticket, TicketAction.REOPEN));
            case SATISFIED -> withTicket(heard, ticket -> tickets.rate(ticket.id(), heard.resident(), true));
            case WITHDRAW -> withdraw(heard);
            case OPT_OUT -> {
                members.optOut(heard.group().id(), heard.speaker(), true);
                answers.say(heard, "opted-out", Map.of());
            }
            case OPT_IN -> {
                members.optOut(heard.group().id(), heard.speaker(), false);
                answers.say(heard, "opted-in", Map.of());
            }
            case INCOMPLETE -> answers.say(heard, "please-say-more", Map.of());
            case HELP -> answers.say(heard, "help", Map.of());
            case OFF_TOPIC -> {
                if (!heard.understanding().troubles().isEmpty()) {
                    return Optional.empty();
                }
                answers.sayContact(heard);
            }
        }
        return Optional.of(command.verb().name().toLowerCase().replace('_', '-'));
    }

    private void withTicket(Heard heard, Consumer<Ticket> deed) {
        Match match = find(heard);
        if (match.one().isPresent()) {
            deed.accept(match.one().get());
        } else {
            sayWhichNumber(heard, match);
        }
    }

    private void sayWhichNumber(Heard heard, Match match) {
        Map<String, String> values = new HashMap<>();
        String number = heard.understanding().command().number();
        values.put("digits", number == null ? "" : number);
        match.tickets().stream().findFirst().ifPresent(ticket -> values.put("example", ticket.no()));
        if (number == null && match.tickets().isEmpty()) {
            answers.say(heard, "help", Map.of());
        } else if (match.isAmbiguous()) {
            answers.say(heard, number == null ? "which-number" : "ambiguous-number", values);
        } else {
            answers.say(heard, "unknown-number", values);
        }
    }

    private Match find(Heard heard) {
        String number = heard.understanding().command().number();
        if (number == null && heard.message().quote() != null) {
            Matcher quoted = NUMBER.matcher(heard.message().quote());
            number = quoted.find() ? quoted.group() : null;
        }
        if (number != null) {
            return groupTickets.byDigits(heard.group().id(), number);
        }
        return new Match(groupTickets.openIn(heard.group().id(), heard.at().minus(RECENT)));
    }

    private void tell(Heard heard, Ticket ticket, TicketAction action) {
        try {
            groupTickets.attach(ticket.id(), heard.message().id(), action.name(), heard.at());
            tickets.act(ticket.no(), action, heard.resident(), AND_TELL);
        } catch (Problem refused) {
            // Staff see the words at the ticket; the group hears a sentence only where there is one to hear.
            String reply = REFUSALS.get(refused.key());
            if (reply != null) {
                answers.say(heard, reply, Map.of("no", ticket.no()));
            }
        }
    }

    /** 不是报修: the ticket that the quoted line names, else the speaker's own latest. */
    private void withdraw(Heard heard) {
        Match match = find(heard);
        Optional<Ticket> own = match.tickets().stream()
                .filter(ticket -> groupTickets.isVoice(ticket.id(), heard.speaker()))
                .findFirst();
        own.ifPresent(ticket -> tell(heard, ticket, TicketAction.WITHDRAW));
    }
}
