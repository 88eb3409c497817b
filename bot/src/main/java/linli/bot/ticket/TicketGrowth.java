package linli.bot.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import linli.bot.inbox.Told;
import linli.bot.memory.PerTransaction;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketEvent.Noted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What lines add to the tickets of their group: voices, lines, history. A transaction reads and locks a group's tickets
 * once, keeps what its lines add in memory, and writes that in a few statements before anything else looks at tickets or it
 * commits. In a storm a ticket gets a hundred voices with the work of one.
 */
@Component
class TicketGrowth {

    private final TicketMapper mapper;
    private final Told told;
    private final ApplicationEventPublisher events;
    private final PerTransaction<Sheet> sheets = new PerTransaction<>(Sheet::new, this::write, sheet -> { });

    TicketGrowth(TicketMapper mapper, Told told, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.told = told;
        this.events = events;
    }

    /** A line that belongs to a ticket. */
    record Part(long ticketId, long messageId, String part) {}

    /** Somebody who reported it. */
    record Voice(long ticketId, String speaker, Long messageId, boolean reporter, Instant at) {}

    /** A ticket that something was added to. */
    record Grown(long ticketId, Instant at, boolean louder) {}

    private record Joined(long ticketId, int voices, Instant at) {

        NewEvent event() {
            return NewEvent.of(ticketId, at, Actor.SYSTEM, Noted.JOINED, null, null, String.valueOf(voices), null);
        }
    }

    private static final class Sheet {

        private final Map<Long, Instant> readSince = new HashMap<>();
        private final Map<Long, Ticket> tickets = new TreeMap<>();
        private final Map<Long, Set<String>> speakers = new HashMap<>();
        private final Map<Long, Long> ticketOfLine = new HashMap<>();
        private final Map<List<Long>, Part> parts = new LinkedHashMap<>();
        private final List<Voice> voices = new ArrayList<>();
        private final List<Joined> joined = new ArrayList<>();
        private final Map<Long, Grown> grown = new TreeMap<>();
    }

    /** Tickets of a group that may still change, locked; the newest activity first. */
    List<Ticket> livingIn(long chatGroupId, Instant since) {
        Sheet sheet = sheets.get();
        Instant read = sheet.readSince.get(chatGroupId);
        if (read == null || since.isBefore(read)) {
            write(sheet);
            mapper.lockLiving(chatGroupId, since).forEach(ticket -> sheet.tickets.put(ticket.id(), ticket));
            sheet.readSince.put(chatGroupId, since);
        }
        return sheet.tickets.values().stream()
                .filter(ticket -> ticket.chatGroupId() != null && ticket.chatGroupId() == chatGroupId)
                .filter(ticket -> ticket.status().isOpen() || ticket.status() == TicketStatus.CANDIDATE)
                .filter(ticket -> !ticket.updatedAt().isBefore(since))
                .sorted(Comparator.comparing(Ticket::updatedAt).thenComparing(Ticket::id).reversed())
                .toList();
    }

    /** The ticket as it stands with everything added to it, locked. */
    Ticket of(long ticketId) {
        return sheets.get().tickets.computeIfAbsent(ticketId, mapper::lock);
    }

    /** A ticket that this transaction opened or wrote by itself. */
    void now(Ticket ticket) {
        sheets.get().tickets.put(ticket.id(), ticket);
    }

    boolean isVoice(long ticketId, String speaker) {
        return speakersOf(ticketId).contains(speaker);
    }

    private Set<String> speakersOf(long ticketId) {
        return sheets.get().speakers.computeIfAbsent(ticketId, id -> new HashSet<>(mapper.speakers(id)));
    }

    /** The ticket that this transaction put a line to, the first of several. */
    Optional<Long> putTo(long messageId) {
        return sheets.running().map(sheet -> sheet.ticketOfLine.get(messageId));
    }

    void attach(long ticketId, long messageId, String part) {
        Sheet sheet = sheets.get();
        sheet.parts.putIfAbsent(List.of(ticketId, messageId), new Part(ticketId, messageId, part));
        sheet.ticketOfLine.merge(messageId, ticketId, Math::min);
        told.keep(List.of(messageId));
    }

    /** Something was said of it then. */
    void active(long ticketId, Instant at) {
        grow(ticketId, at, false);
        sheets.get().tickets.computeIfPresent(ticketId, (id, ticket) -> ticket.spokenOf(ticket.voices(), at));
    }

    /** @return how many speak now; empty when this person did already */
    Optional<Integer> addVoice(Ticket ticket, String speaker, long messageId, Instant at) {
        if (!speakersOf(ticket.id()).add(speaker)) {
            active(ticket.id(), at);
            return Optional.empty();
        }
        int voices = ticket.voices() + 1;
        Sheet sheet = sheets.get();
        sheet.voices.add(new Voice(ticket.id(), speaker, messageId, false, at));
        sheet.joined.add(new Joined(ticket.id(), voices, at));
        sheet.tickets.put(ticket.id(), ticket.spokenOf(voices, at));
        grow(ticket.id(), at, true);
        return Optional.of(voices);
    }

    private void grow(long ticketId, Instant at, boolean louder) {
        sheets.get().grown.merge(
                ticketId,
                new Grown(ticketId, at, louder),
                (one, other) -> new Grown(ticketId, one.at().isAfter(other.at()) ? one.at() : other.at(), one.louder() || other.louder()));
    }

    /** Writes what was added so far. */
    void write() {
        sheets.running().ifPresent(this::write);
    }

    /** Writes what was added and looks at the tickets afresh the next time: something else is about to change them. */
    void settle() {
        sheets.running().ifPresent(sheet -> {
            write(sheet);
            sheet.readSince.clear();
            sheet.tickets.clear();
            sheet.speakers.clear();
        });
    }

    private void write(Sheet sheet) {
        if (!sheet.parts.isEmpty()) {
            mapper.insertParts(List.copyOf(sheet.parts.values()));
            sheet.parts.clear();
        }
        if (!sheet.voices.isEmpty()) {
            mapper.insertVoices(List.copyOf(sheet.voices));
            sheet.voices.clear();
        }
        if (!sheet.grown.isEmpty()) {
            mapper.grow(List.copyOf(sheet.grown.values()));
            sheet.grown.clear();
        }
        if (!sheet.joined.isEmpty()) {
            List<Joined> joined = List.copyOf(sheet.joined);
            sheet.joined.clear();
            List<Long> ids = mapper.insertEvents(joined.stream().map(Joined::event).toList());
            for (int i = 0; i < ids.size(); i++) {
                events.publishEvent(new VoicesGrew(joined.get(i).ticketId(), joined.get(i).voices(), ids.get(i), joined.get(i).at()));
            }
        }
    }
}
