package linli.bot.intake;

import java.time.Duration;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.StoredMessage;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;

/** A picture belongs to what its sender has just reported; one that comes first waits for the words (Gathering finds it). */
@Component
class Pictures {

    private static final Duration AFTER_WORDS = Duration.ofMinutes(3);

    private final Tickets tickets;

    Pictures(Tickets tickets) {
        this.tickets = tickets;
    }

    String take(ChatGroup group, StoredMessage picture) {
        for (Ticket ticket : tickets.openIn(group.id(), picture.sentAt().minus(AFTER_WORDS))) {
            if (tickets.isVoice(ticket.id(), picture.senderId())) {
                tickets.attach(ticket.id(), picture.id(), "PICTURE", picture.sentAt());
                return "picture";
            }
        }
        return "picture-alone";
    }
}
