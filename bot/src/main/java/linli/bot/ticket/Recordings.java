package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.community.ChatGroups;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 语音: the archive gives a recording without its words, so only a person can hear whether something is wanted. One that came
 * shortly after or before a line about an open issue becomes a guess (语音待听) for whoever has that issue; any other is
 * dropped after three minutes (D5 cases 29 and 50). The group hears nothing of it.
 */
@Component
@Transactional
public class Recordings {

    /** The kind of such a guess. */
    public static final String KIND = "recording";

    private static final Duration AFTER_THE_ISSUE = Duration.ofMinutes(10);
    private static final Duration BEFORE_THE_ISSUE = Duration.ofMinutes(3);

    /** More recordings about the same are one guess. */
    private static final Duration SAME = Duration.ofHours(24);

    private final RecordingMapper mapper;
    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Told told;
    private final ChatGroups groups;
    private final CommunityClock clock;

    Recordings(RecordingMapper mapper, Tickets tickets, GroupTickets groupTickets, Told told, ChatGroups groups, CommunityClock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.told = told;
        this.groups = groups;
        this.clock = clock;
    }

    /** @return a word for what became of it */
    public String take(long chatGroupId, StoredMessage recording) {
        Optional<Ticket> live = liveIssue(chatGroupId, recording.sentAt().minus(AFTER_THE_ISSUE));
        if (live.isPresent()) {
            toBeHeard(live.get(), chatGroupId, recording);
            return "recording";
        }
        mapper.hold(recording.id(), chatGroupId, recording.senderId(), recording.sentAt());
        return "recording-held";
    }

    /** Decides about those whose three minutes are over. @return how many became a guess */
    public int decideHeld() {
        int heard = 0;
        for (HeldRecording held : mapper.heldSince(clock.now().minus(BEFORE_THE_ISSUE))) {
            if (mapper.release(held.messageId()) == 0) {
                continue;
            }
            Optional<StoredMessage> recording = told.byIds(List.of(held.messageId())).stream().filter(line -> line.recalledAt() == null).findFirst();
            Optional<Ticket> live = liveIssue(held.chatGroupId(), held.saidAt());
            if (recording.isPresent() && live.isPresent()) {
                toBeHeard(live.get(), held.chatGroupId(), recording.get());
                heard++;
            }
        }
        return heard;
    }

    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.earliest()).map(said -> said.plus(BEFORE_THE_ISSUE));
    }

    /** Its speaker says that the last one was sent by mistake. @return whether there was one */
    public boolean sentByMistake(long chatGroupId, StoredMessage line) {
        int dropped = mapper.drop(chatGroupId, line.senderId());
        Optional<StoredMessage> last = told.lastOf(line.chatId(), line.senderId(), line.sentAt().minus(BEFORE_THE_ISSUE), line.id()).stream()
                .findFirst()
                .filter(before -> before.kind() == linli.bot.inbox.IncomingMessage.Kind.VOICE);
        last.ifPresent(recording -> groupTickets.withdrawn(recording.id()));
        return dropped > 0 || last.isPresent();
    }

    /** A guess is not live: a recording must not make another guess louder. */
    private Optional<Ticket> liveIssue(long chatGroupId, Instant since) {
        return groupTickets.openIn(chatGroupId, since).stream().filter(ticket -> ticket.status() != TicketStatus.CANDIDATE).findFirst();
    }

    private void toBeHeard(Ticket live, long chatGroupId, StoredMessage recording) {
        Optional<Long> guess = groupTickets.guessIn(chatGroupId, KIND, live.building(), recording.sentAt().minus(SAME));
        if (guess.isPresent()) {
            groupTickets.attach(guess.get(), recording.id(), "report", recording.sentAt());
            return;
        }
        String name = Texts.of("ticket.recording");
        Place place = new Place(live.building() == null ? List.of() : List.of(live.building()), List.of(), null, null, live.spot());
        Trouble trouble = new Trouble(KIND, live.category(), name, name, Urgency.P2, false, live.restricted(), place, Trouble.PlaceSource.GROUP, "registered");
        tickets.open(Opening.said(
                Level.CANDIDATE, trouble, chatGroupId, groups.get(chatGroupId).gridId(), recording.senderId(), List.of(recording.id()),
                recording.sentAt(), recording.late(), false));
    }
}
