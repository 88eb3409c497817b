package linli.bot.intake.step;

import java.util.Optional;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.text.Texts;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A trouble nobody has reported yet: a ticket when the reader is sure, else a candidate for staff, of which the group hears nothing. */
@Component
@Order(70)
class OpenTicket implements Step {

    /** Somebody who has asked often and is angry is answered although only a person can help (D5 case 42). */
    private static final String PRESSED = "pressed";

    private final Tickets tickets;
    private final Announcements words;
    private final Gathering gathering;
    private final Answers answers;

    OpenTicket(Tickets tickets, Announcements words, Gathering gathering, Answers answers) {
        this.tickets = tickets;
        this.words = words;
        this.gathering = gathering;
        this.answers = answers;
    }

    @Override
    public Optional<String> take(Heard heard) {
        Level level = heard.understanding().level();
        if (level == Level.CHAT || heard.understanding().troubles().isEmpty()) {
            return Optional.empty();
        }
        for (Trouble told : heard.understanding().troubles()) {
            Trouble trouble = told.named(Texts.label(told.category()));
            Optional<Long> guess = level == Level.CANDIDATE && !trouble.reply().equals(PRESSED) ? gathering.sameGuess(heard, trouble) : Optional.empty();
            if (guess.isPresent()) {
                // Staff decide once; a guess heard again is the same guess and no surer.
                tickets.attach(guess.get(), heard.message().id(), "report", heard.at());
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
                    heard.addressed()));
            if (level == Level.CANDIDATE && trouble.reply().equals(PRESSED)) {
                answers.sayText(heard, PRESSED, words.pressed(ticket));
            }
        }
        if (level == Level.CANDIDATE && heard.addressed()) {
            answers.sayContact(heard);
        }
        return Optional.of(level == Level.CANDIDATE ? "candidate" : "ticket");
    }
}
