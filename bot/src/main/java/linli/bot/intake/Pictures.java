package linli.bot.intake;

import java.time.Duration;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.StoredMessage;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import org.springframework.stereotype.Component;

/** A picture belongs to what its sender has just reported; one that comes first waits for the words (Gathering finds it). */
@Component
class Pictures {

    private static final Duration AFTER_WORDS = Duration.ofMinutes(3);

    private final GroupTickets groupTickets;

    Pictures(GroupTickets groupTickets) {
        this.groupTickets = groupTickets;
    }

    String take(ChatGroup group, StoredMessage picture) {
        for (Ticket ticket : groupTickets.openIn(group.id(), picture.sentAt().minus(AFTER_WORDS))) {
            if (groupTickets.isVoice(ticket.id(), picture.senderId())) {
                groupTickets.attach(ticket.id(), picture.id(), "PICTURE", picture.sentAt());
                return "picture";
            }
        }
        return "picture-alone";
    }
}
