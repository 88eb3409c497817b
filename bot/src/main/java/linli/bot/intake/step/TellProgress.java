package linli.bot.intake.step;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import linli.bot.inbox.Told;
import linli.bot.parsing.FollowUp;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Somebody asks whether a thing, called by its name, is mended yet, and there is a ticket the group has heard of: the group
 * hears how far it is, the same words once (D5 case 31). Who shouts while everybody does is not answered (D1): it takes its
 * turn among the group's lines. The line goes on to its ticket.
 */
@Component
@Order(45)
class TellProgress implements Step {

    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Two lines said so shortly one after the other are one. */
    private static final Duration BREATH = Duration.ofMinutes(1);

    private final GroupTickets groupTickets;
    private final Told told;
    private final Announcements words;
    private final Answers answers;

    TellProgress(GroupTickets groupTickets, Told told, Announcements words, Answers answers) {
        this.groupTickets = groupTickets;
        this.told = told;
        this.words = words;
        this.answers = answers;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (heard.understanding().followUp() == FollowUp.ASK && !heard.isFromStaff()) {
            groupTickets.openIn(heard.group().id(), heard.at().minus(REMEMBERED)).stream()
                    .filter(ticket -> mayBeTold(ticket) && isNamed(ticket, heard))
                    .findFirst()
                    .filter(ticket -> words.hasRoom(ticket, heard.group().externalChatId(), heard.at()))
                    .ifPresent(ticket -> answers.sayOnce(heard, "progress:" + ticket.id(), words.progress(ticket)));
        }
        return Optional.empty();
    }

    private static boolean mayBeTold(Ticket ticket) {
        return ticket.status() != TicketStatus.CANDIDATE && !ticket.restricted() && ticket.voicesSaid() > 0;
    }

    /** In the line itself, or in what the speaker said just before it. */
    private boolean isNamed(Ticket ticket, Heard heard) {
        return heard.understanding().evidence().contains("object:" + ticket.kind())
                || told.lastOf(heard.group().externalChatId(), heard.speaker(), heard.at().minus(BREATH), heard.message().id()).stream()
                        .filter(before -> before.textSealed() != null)
                        .findFirst()
                        .map(told::words)
                        .filter(words -> Stream.of(ticket.thing(), ticket.spot()).anyMatch(name -> name != null && words.contains(name)))
                        .isPresent();
    }
}
