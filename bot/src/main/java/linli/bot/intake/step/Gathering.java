package linli.bot.intake.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Tells whether two people speak of the same trouble, and gathers what belongs to it (C2, C3). */
@Component
class Gathering {

    /** A picture is held this long for words of the same person. */
    static final Duration PICTURE = Duration.ofMinutes(3);

    /** Lines of one category in one building within this time are one event, however each names it. */
    private static final Duration BURST = Duration.ofMinutes(10);

    /** An unsolved trouble of the same kind at the same place stays the same trouble. */
    private static final Duration UNSOLVED = Duration.ofHours(24);

    private final GroupTickets groupTickets;
    private final Told told;

    Gathering(GroupTickets groupTickets, Told told) {
        this.groupTickets = groupTickets;
        this.told = told;
    }

    /** The open ticket of this group that the trouble belongs to, the one last spoken of first. */
    Optional<Ticket> sameTrouble(Heard heard, Trouble trouble) {
        Instant burst = heard.at().minus(BURST);
        return groupTickets.openIn(heard.group().id(), heard.at().minus(UNSOLVED)).stream()
                .filter(ticket -> isSame(ticket, trouble)
                        || ticket.updatedAt().isAfter(burst) && isSameBurst(ticket, trouble))
                .min(Comparator.comparing((Ticket ticket) -> !isSame(ticket, trouble)));
    }

    /** The candidate that says the same already. */
    Optional<Long> sameGuess(Heard heard, Trouble trouble) {
        String building = trouble.place().buildings().isEmpty() ? null : trouble.place().buildings().get(0);
        return groupTickets.guessIn(heard.group().id(), trouble.kind(), building, heard.at().minus(UNSOLVED));
    }

    boolean isSame(Ticket ticket, Trouble trouble) {
        return ticket.kind().equals(trouble.kind()) && isSameBuilding(ticket, trouble.place());
    }

    private static boolean isSameBurst(Ticket ticket, Trouble trouble) {
        return ticket.category() == trouble.category()
                && ticket.thing().equals(trouble.thing())
                && isSameBuilding(ticket, trouble.place());
    }

    private static boolean isSameBuilding(Ticket ticket, Place place) {
        return ticket.building() == null || place.buildings().isEmpty() || place.buildings().contains(ticket.building());
    }

    /** Adds the speaker's voice and whatever the line says of the place. */
    void join(Ticket ticket, Place place, Heard heard) {
        groupTickets.join(ticket.id(), heard.speaker(), heard.message().id(), heard.at());
        if (!place.units().isEmpty() || place.floor() != null) {
            groupTickets.widen(ticket.id(), place, heard.at());
        }
    }

    /** The line, what its speaker had begun to say of it, and the pictures sent shortly before. */
    List<Long> linesOf(Heard heard) {
        List<Long> lines = new ArrayList<>();
        lines.add(heard.message().id());
        int begun = heard.reading().begun();
        for (StoredMessage earlier :
                told.lastOf(heard.group().externalChatId(), heard.speaker(), heard.at().minus(PICTURE), heard.message().id())) {
            if (earlier.kind() != Kind.IMAGE && begun-- <= 0) {
                break;
            }
            lines.add(earlier.id());
        }
        return lines;
    }
}
