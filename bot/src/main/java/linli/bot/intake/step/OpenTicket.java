package linli.bot.intake.step;

import java.time.Duration;
import java.util.Optional;
import linli.bot.parsing.Level;
import linli.bot.parsing.Since;
import linli.bot.parsing.Trouble;
import linli.bot.problem.NotAllowed;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A trouble nobody has reported yet: a ticket when the reader is sure, else a candidate for staff, of which the group hears nothing. */
@Component
@Order(70)
class OpenTicket implements Step {

    /** Somebody who has asked often and is angry is answered although only a person can help (D5 case 42). */
    private static final String PRESSED = "pressed";

    /** What has been open longer is rather meant by its number. */
    private static final Duration PRESSABLE = Duration.ofDays(7);

    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Announcements words;
    private final Gathering gathering;
    private final Answers answers;
    private final Alarms alarms;

    OpenTicket(Tickets tickets, GroupTickets groupTickets, Announcements words, Gathering gathering, Answers answers, Alarms alarms) {
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.words = words;
        this.gathering = gathering;
        this.answers = answers;
        this.alarms = alarms;
    }

    @Override
    public Optional<String> take(Heard heard) {
        Level level = heard.understanding().level();
        if (level == Level.CHAT || heard.understanding().troubles().isEmpty()) {
            return Optional.empty();
        }
        for (Trouble told : heard.understanding().troubles()) {
            Trouble trouble = told.named(Texts.label(told.category()));
            boolean pressed = level == Level.CANDIDATE && trouble.reply().equals(PRESSED);
            if (pressed && nudged(heard)) {
                continue;
            }
            Optional<Long> guess = level == Level.CANDIDATE ? gathering.sameGuess(heard, trouble) : Optional.empty();
            if (guess.isPresent() && (!pressed || groupTickets.isVoice(guess.get(), heard.speaker()))) {
                // Staff decide once; a guess heard again is the same guess and no surer.
                groupTickets.attach(guess.get(), heard.message().id(), "report", heard.at());
                continue;
            }
            Ticket ticket = tickets.open(Opening.said(
                    level,
                    trouble,
                    heard.group().id(),
                    heard.group().gridId(),
                    heard.speaker(),
                    gathering.linesOf(heard),
                    heard.at(),
                    heard.message().late(),
                    heard.addressed()).since(sinceWhen(heard)));
            alarms.raise(heard, ticket);
            if (pressed) {
                answers.sayText(heard, PRESSED, words.pressed(ticket));
            }
        }
        if (level == Level.CANDIDATE && heard.addressed()) {
            answers.sayContact(heard, heard.understanding().troubles().get(0));
        }
        return Optional.of(level == Level.CANDIDATE ? "candidate" : "ticket");
    }

    private static String sinceWhen(Heard heard) {
        Since since = heard.understanding().since();
        return since == null ? null : since.words();
    }

    /** Impatience with what the person has already reported presses that, once a day, and is no new matter. */
    private boolean nudged(Heard heard) {
        Optional<Ticket> own = groupTickets.openIn(heard.group().id(), heard.at().minus(PRESSABLE)).stream()
                .filter(ticket -> ticket.status() != TicketStatus.CANDIDATE && groupTickets.isVoice(ticket.id(), heard.speaker()))
                .findFirst();
        own.ifPresent(ticket -> {
            groupTickets.attach(ticket.id(), heard.message().id(), TicketAction.NUDGE.name(), heard.at());
            try {
                tickets.act(ticket.no(), TicketAction.NUDGE, heard.resident(), ActionForm.EMPTY);
                alarms.raise(heard, ticket);
                answers.sayText(heard, PRESSED, words.pressed(ticket));
            } catch (NotAllowed again) {
                // Pressed today already: the line stands at the ticket, and the person has been answered.
            }
        });
        return own.isPresent();
    }
}
