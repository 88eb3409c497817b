package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroups;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.privacy.Masking;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import org.springframework.stereotype.Component;

/** The group's own words around a ticket, masked; the lines it was made from are marked. */
@Component
class TicketTalk {

    private static final Duration AROUND = Duration.ofMinutes(3);

    /** WeCom's ids of robots begin like this; what the assistant said stands in the history. */
    private static final String ROBOT = "wb";

    private final TicketMapper mapper;
    private final Told told;
    private final ChatGroups groups;
    private final Members members;

    TicketTalk(TicketMapper mapper, Told told, ChatGroups groups, Members members) {
        this.mapper = mapper;
        this.told = told;
        this.groups = groups;
        this.members = members;
    }

    boolean mayRead(Ticket ticket, Actor actor) {
        return !ticket.restricted()
                || actor.is(Role.DESK)
                || actor.is(Role.LEADER)
                || actor.staffId() != null && Objects.equals(actor.staffId(), ticket.ownerId());
    }

    List<TicketLine> around(Ticket ticket, Actor actor) {
        if (!mayRead(ticket, actor)) {
            throw new NotAllowed("problem.ticket.restricted");
        }
        Map<Long, String> parts = mapper.messagesOf(ticket.id()).stream()
                .collect(Collectors.toMap(TicketMessageRow::messageId, TicketMessageRow::part));
        List<StoredMessage> counted = told.byIds(List.copyOf(parts.keySet()));
        if (counted.isEmpty()) {
            return List.of();
        }
        // A merged ticket's lines come from more than one group; the talk around them is that of its own.
        String chat = ticket.chatGroupId() == null ? null : groups.get(ticket.chatGroupId()).externalChatId();
        Map<Long, StoredMessage> lines = new TreeMap<>();
        counted.forEach(line -> lines.put(line.id(), line));
        if (chat != null) {
            Instant first = counted.stream().map(StoredMessage::sentAt).min(Comparator.naturalOrder()).orElseThrow();
            Instant last = counted.stream().map(StoredMessage::sentAt).max(Comparator.naturalOrder()).orElseThrow();
            told.between(chat, first.minus(AROUND), last.plus(AROUND)).forEach(line -> lines.putIfAbsent(line.id(), line));
        }
        return lines.values().stream()
                .filter(line -> line.kind() != IncomingMessage.Kind.REVOKE)
                .filter(line -> !line.senderId().startsWith(ROBOT))
                .sorted(Comparator.comparing(StoredMessage::sentAt).thenComparing(StoredMessage::seq))
                .map(line -> shown(line, parts.get(line.id())))
                .toList();
    }

    /** The counted lines with the names and words as they were; what was recalled stays away. */
    List<RawLine> raw(Ticket ticket, Actor actor) {
        if (!mayRead(ticket, actor)) {
            throw new NotAllowed("problem.ticket.restricted");
        }
        return told.byIds(mapper.messagesOf(ticket.id()).stream().map(TicketMessageRow::messageId).toList()).stream()
                .sorted(Comparator.comparing(StoredMessage::sentAt).thenComparing(StoredMessage::seq))
                .map(line -> new RawLine(
                        line.sentAt(),
                        speakerOf(line).map(Member::nickname).orElse(""),
                        line.recalledAt() == null && line.textSealed() != null ? told.words(line) : ""))
                .toList();
    }

    private Optional<Member> speakerOf(StoredMessage line) {
        return groups.findByExternalId(line.chatId()).flatMap(group -> members.find(group.id(), line.senderId()));
    }

    private TicketLine shown(StoredMessage line, String part) {
        Optional<Member> speaker = speakerOf(line);
        boolean recalled = line.recalledAt() != null;
        return new TicketLine(
                line.id(),
                line.sentAt(),
                speaker.map(Member::nickname).map(Masking::nickname).orElse(""),
                speaker.map(Member::internal).orElse(false),
                line.kind(),
                recalled ? "" : line.textMasked(),
                recalled ? null : line.mediaRef(),
                part != null,
                part,
                recalled);
    }
}
