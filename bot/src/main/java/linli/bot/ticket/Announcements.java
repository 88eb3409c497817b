package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.inbox.Inbox;
import linli.bot.memory.PerTransaction;
import linli.bot.outbox.Draft;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.parsing.Urgency;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import linli.bot.ticket.Announcement.Reason;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a group hears of a ticket, and in how many lines: an acknowledgement after the settling pause (C2), updates merged
 * and spaced (C7), nothing but the urgent in quiet hours (C8). The words are made when the line falls due, from the ticket as
 * it then stands: everything said before in the group counts, nothing said later, however far the machine lags.
 */
@Component
public class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** When what did not fit into the day's budget is told, in one line (C7). */
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    private final AnnouncementMapper mapper;
    private final TicketMapper tickets;
    private final Wording wording;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Settings settings;
    private final QuietHours quiet;
    private final CommunityClock clock;
    private final TransactionTemplate transactions;
    private final PerTransaction<Map<String, Optional<Instant>>> next = new PerTransaction<>(HashMap::new, chats -> { }, chats -> { });

    Announcements(
            AnnouncementMapper mapper,
            TicketMapper tickets,
            Wording wording,
            ChatGroups groups,
            Outbox outbox,
            Inbox inbox,
            Settings settings,
            QuietHours quiet,
            CommunityClock clock,
            TransactionTemplate transactions) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.wording = wording;
        this.groups = groups;
        this.outbox = outbox;
        this.inbox = inbox;
        this.settings = settings;
        this.quiet = quiet;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Hands over what is due. Safe to run twice at once. @return how many lines went to the outbox */
    public int sendDue() {
        int said = 0;
        for (Announcement due : heardOut(mapper.due(clock.now()))) {
            said += attempt(due) ? 1 : 0;
        }
        return said;
    }

    /** Those whose groups have nothing left to be handled that was said before. */
    private List<Announcement> heardOut(List<Announcement> due) {
        if (due.isEmpty()) {
            return due;
        }
        Map<String, Instant> unhandled = inbox.oldestUnhandled(due.stream().map(Announcement::chatId).collect(Collectors.toSet()));
        Instant known = inbox.isBehind() ? clock.now().minus(Outbox.LAG) : Instant.MAX;
        return due.stream()
                .filter(each -> !each.dueAt().isAfter(known))
                .filter(each -> !unhandled.getOrDefault(each.chatId(), Instant.MAX).isBefore(each.dueAt()))
                .toList();
    }

    /** Tells a group what falls due in it before a line said then is handled. */
    public void catchUp(String chatId, Instant saidAt) {
        Instant until = saidAt.isBefore(clock.now()) ? saidAt : clock.now();
        Announcement due = mapper.dueIn(chatId, until);
        while (due != null) {
            attempt(due);
            due = mapper.dueIn(chatId, until);
        }
    }

    /** Whether a group is to hear something before a line said then is handled. Inside a transaction. */
    public boolean isDueBefore(String chatId, Instant saidAt) {
        return next.get()
                .computeIfAbsent(chatId, chat -> Optional.ofNullable(mapper.nextIn(chat)))
                .filter(due -> !due.isAfter(saidAt) && !due.isAfter(clock.now()))
                .isPresent();
    }

    private boolean attempt(Announcement due) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> tell(due)));
        } catch (RuntimeException e) {
            // One line that cannot be made must not keep the other groups from hearing theirs.
            log.error("Announcement {} of ticket {} could not be told, it is tried again", due.id(), due.ticketId(), e);
            transactions.executeWithoutResult(status -> mapper.postpone(due.id(), clock.now().plus(AFTER_FAILURE), due.overBudget()));
            return false;
        }
    }

    /** When the next line falls due. */
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextDue(now));
    }

    /** The answer to a resident who asks how far it is. Goes out as an answer, by whoever was asked. */
    public String progress(Ticket ticket) {
        return wording.progress(ticket);
    }

    /** The answer to a resident who has asked often and is angry (D5 case 42): a person will call. */
    public String pressed(Ticket ticket) {
        return wording.pressed(ticket);
    }

    /**
     * Whether the group has room for a line about a ticket that the assistant was not asked for: by hour, distance and number
     * (C7, C8), and when it is not about to hear of the ticket anyway.
     */
    public boolean hasRoom(Ticket ticket, String chatId, Instant at) {
        return mapper.openOf(ticket.id()) == null && !earliest(chatId, at, false).isAfter(at) && !isSpent(chatId, at);
    }

    /** What the group is still to hear of a ticket as it stands now. */
    public Optional<ToCome> toCome(long ticketId) {
        return Optional.ofNullable(mapper.openOf(ticketId))
                .flatMap(wanted -> wording.line(tickets.find(ticketId), wanted).map(text -> new ToCome(text, wanted.dueAt(), wanted.solicited())));
    }

    /** @param solicited whether it is said as soon as the line is read */
    public record ToCome(String text, Instant dueAt, boolean solicited) {}

    /** Notes that the group should hear about a ticket; {@code due} is what the reason itself asks for. */
    void want(Ticket ticket, Reason reason, long eventId, Long messageId, Instant due, boolean solicited) {
        chat(ticket).ifPresent(chat -> {
            boolean urgentAck = reason == Reason.ACK && ticket.urgency().compareTo(Urgency.P1) <= 0;
            Instant earliest = solicited || isAllClear(ticket, reason)
                    ? due
                    : reason == Reason.ACK ? urgentAck ? due : quiet.endAfter(due) : earliest(chat.externalChatId(), due, false);
            mapper.want(ticket.id(), chat.externalChatId(), reason.name(), messageId, eventId, earliest, solicited);
            next.running().ifPresent(known -> known.remove(chat.externalChatId()));
        });
    }

    /** Whoever was told to leave the house hears at once, at any hour, that the danger is over. */
    private static boolean isAllClear(Ticket ticket, Reason reason) {
        return ticket.urgency() == Urgency.P0 && reason == Reason.RESOLVED;
    }

    /** Nothing of the ticket is said while a tap on it may be taken back. */
    void hold(long ticketId) {
        mapper.hold(ticketId, clock.now().plus(TicketTaps.HOLD));
    }

    /** What was tapped was taken back: the group is not told of it. */
    void retract(long ticketId, Reason reason) {
        mapper.retract(ticketId, reason.name(), clock.now());
    }

    /** Whether as many lines for this reason as that have reached the group since then. */
    boolean reached(long ticketId, Reason reason, Instant since, int lines) {
        return outbox.byIds(mapper.linesOf(ticketId, reason.name(), since)).stream().filter(line -> line.state() == LineState.SENT).count() >= lines;
    }

    private Optional<ChatGroup> chat(Ticket ticket) {
        return Optional.ofNullable(ticket.chatGroupId()).map(groups::get).filter(group -> group.externalChatId() != null);
    }

    /** Answers at once what was asked in this message, in one line however many tickets it made. */
    void answer(String chatId, long messageId) {
        List<Announcement> asked = mapper.sameMessage(chatId, messageId, clock.now()).stream().filter(Announcement::solicited).toList();
        if (!asked.isEmpty()) {
            say(asked, Turn.at(clock.now()));
        }
    }

    private boolean tell(Announcement due) {
        mapper.holdChat(due.chatId());
        Instant moment = moment(due);
        Ticket ticket = tickets.find(due.ticketId());
        boolean ack = due.has(Reason.ACK);
        boolean urgentAck = ack && ticket.urgency().compareTo(Urgency.P1) <= 0;
        boolean allClear = due.has(Reason.RESOLVED) && isAllClear(ticket, Reason.RESOLVED) && ticket.status() == TicketStatus.RESOLVED;
        boolean atOnce = due.solicited() || allClear;
        Instant earliest = atOnce ? moment : earliest(due.chatId(), moment, urgentAck);
        boolean spent = !ack && !due.solicited() && !allClear && !due.overBudget() && isSpent(due.chatId(), earliest);
        if (spent) {
            earliest = evening(earliest);
        }
        if (earliest.isAfter(moment)) {
            mapper.postpone(due.id(), earliest, due.overBudget() || spent);
            return false;
        }
        return say(together(due, moment), atOnce ? Turn.at(moment) : new Turn(moment, apart(due.chatId(), moment)));
    }

    /**
     * A line's place in a group's talk.
     *
     * @param moment what it is judged and counted by
     * @param handOver when the group may really hear it
     */
    private record Turn(Instant moment, Instant handOver) {

        static Turn at(Instant moment) {
            return new Turn(moment, moment);
        }
    }

    /** When it fell due, unless that is long past or quiet hours have begun since. */
    private Instant moment(Announcement due) {
        Instant now = clock.now();
        boolean late = due.dueAt().plus(Outbox.LAG).isBefore(now) || quiet.contains(now) && !quiet.contains(due.dueAt());
        return late ? now : due.dueAt();
    }

    /** The distance holds by the real time too, where the line before was handed over late. */
    private Instant apart(String chatId, Instant moment) {
        return outbox.lastHeard(chatId)
                .filter(last -> !last.isAfter(clock.now().plus(Outbox.LAG)))
                .map(last -> last.plus(settings.spacing()))
                .filter(moment::isBefore)
                .orElse(moment);
    }

    /** After quiet hours, and at the distance the group is owed. */
    private Instant earliest(String chatId, Instant from, boolean evenAtNight) {
        Instant at = evenAtNight ? from : quiet.endAfter(from);
        // A rehearsal may have turned the clock back behind lines that were already said.
        Instant spaced = outbox.lastUnsolicited(chatId)
                .filter(last -> !last.isAfter(clock.now()))
                .map(last -> last.plus(settings.spacing()))
                .filter(at::isBefore)
                .orElse(at);
        return evenAtNight ? spaced : quiet.endAfter(spaced);
    }

    private boolean isSpent(String chatId, Instant at) {
        Instant start = at.atZone(CommunityClock.ZONE).toLocalDate().atStartOfDay(CommunityClock.ZONE).toInstant();
        return outbox.countUnsolicited(chatId, start) >= settings.dailyLines();
    }

    private Instant evening(Instant at) {
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        ZonedDateTime evening = local.with(EVENING);
        return (evening.isAfter(local) ? evening : local.plusDays(1).with(settings.quietTo())).toInstant();
    }

    /** What is told in the same line: the other trouble of the same message, or everything that waited for the evening. */
    private List<Announcement> together(Announcement due, Instant moment) {
        if (due.overBudget()) {
            return mapper.overBudget(due.chatId(), moment);
        }
        return due.has(Reason.ACK) && due.messageId() != null ? mapper.sameMessage(due.chatId(), due.messageId(), moment) : List.of(due);
    }

    /** Tickets are locked before their announcements, and by id, as every change of a ticket does. */
    private boolean say(List<Announcement> wanted, Turn turn) {
        Map<Announcement, Ticket> open = new TreeMap<>(Comparator.comparing(Announcement::ticketId));
        for (Announcement each : wanted.stream().sorted(Comparator.comparing(Announcement::ticketId)).toList()) {
            Ticket ticket = tickets.lock(each.ticketId());
            Announcement fresh = mapper.lock(each.id());
            if (fresh != null) {
                open.put(fresh, ticket);
            }
        }
        List<Announcement> speaking = new ArrayList<>();
        open.forEach((announcement, ticket) -> {
            if (wording.line(ticket, announcement).isPresent()) {
                speaking.add(announcement);
            } else {
                mapper.drop(announcement.id(), clock.now());
            }
        });
        if (speaking.isEmpty()) {
            return false;
        }
        boolean digest = speaking.size() > 1 && speaking.stream().allMatch(Announcement::overBudget);
        if (digest) {
            hand(speaking, open, wording.digest(speaking.stream().map(open::get).toList()), "update", turn);
            return true;
        }
        List<Announcement> plain = speaking.stream()
                .filter(each -> Wording.isPlain(open.get(each)) && wording.leading(open.get(each), each).filter(Reason.ACK::equals).isPresent())
                .toList();
        if (plain.size() > 1) {
            hand(plain, open, wording.together(plain.stream().map(open::get).toList(), plain.get(0).solicited()), "ack", turn);
        } else {
            Announcement first = speaking.get(0);
            hand(List.of(first), open, wording.line(open.get(first), first).orElseThrow(), first.has(Reason.ACK) ? "ack" : "update", turn);
        }
        return true;
    }

    /** One line for these; what it does not cover is wanted again. */
    private void hand(List<Announcement> told, Map<Announcement, Ticket> of, String text, String reason, Turn turn) {
        Announcement first = told.get(0);
        Ticket ticket = of.get(first);
        String key = reason.equals("ack") ? "ticket:%d:ack".formatted(ticket.id()) : "ticket:%d:update:%d".formatted(ticket.id(), first.eventId());
        long line = put(ticket, key, text, reason, first.solicited(), null, turn);
        for (Announcement each : told) {
            Ticket mine = of.get(each);
            mapper.told(each.id(), clock.now(), line);
            noteSaid(mine, line);
            again(each, mine, turn);
        }
    }

    /** 【已登记】 went out, and meanwhile somebody accepted or began: that is told later. */
    private void again(Announcement told, Ticket ticket, Turn turn) {
        if (wording.leading(ticket, told).filter(Reason.ACK::equals).isEmpty()) {
            return;
        }
        Instant due = earliest(told.chatId(), turn.moment().plus(settings.spacing()), false);
        Stream.of(Reason.ACCEPTED, Reason.STARTED)
                .filter(told::has)
                .findFirst()
                .ifPresent(left -> mapper.want(ticket.id(), told.chatId(), left.name(), null, told.eventId(), due, false));
    }

    /** Says something outside the queue: an emergency's line, or that somebody responded to it. */
    void sayNow(Ticket ticket, String key, String text, String reason, Long afterLine) {
        if (chat(ticket).isPresent()) {
            noteSaid(ticket, put(ticket, key, text, reason, true, afterLine, Turn.at(clock.now())));
        }
    }

    private void noteSaid(Ticket ticket, long line) {
        tickets.said(ticket.id(), ticket.voices());
        tickets.insertEvent(NewEvent.of(ticket.id(), clock.now(), Actor.SYSTEM, Noted.SAID, null, null, null, line));
    }

    private long put(Ticket ticket, String key, String text, String reason, boolean solicited, Long afterLine, Turn turn) {
        ChatGroup group = chat(ticket).orElseThrow();
        Route route = outbox.groupRoute();
        String owner = route == Route.OWNER_CONFIRM ? group.ownerUserid() : null;
        Draft line = new Draft(key, route, group.externalChatId(), owner, null, text, reason, solicited, afterLine, turn.moment());
        return outbox.put(line.handedOver(turn.handOver()));
    }
}
