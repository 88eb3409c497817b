package linli.bot.morning;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.bot.community.Area;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Writes what a grid's workers read in the morning: place, thing and state; nobody's name, and words only of the harmless. */
@Component
class MorningCard {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> MARKS = List.of("①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨");
    private static final int LEFT_SHOWN = 3;
    private static final int QUOTED = 20;

    private final Tickets tickets;
    private final TicketLists lists;
    private final MorningProperties properties;

    MorningCard(Tickets tickets, TicketLists lists, MorningProperties properties) {
        this.tickets = tickets;
        this.lists = lists;
        this.properties = properties;
    }

    /**
     * @param reader one of the grid's workers; the others see the same
     * @param since when the night began
     * @return empty when there is nothing to tell
     */
    Optional<String> text(Area grid, Actor reader, Instant since, ZonedDateTime now) {
        List<TicketRow> open = rows(TicketFilter.Group.OPEN, grid, reader);
        List<TicketRow> candidates = fresh(rows(TicketFilter.Group.CANDIDATES, grid, reader), since);
        List<TicketRow> emergencies = fresh(open, since).stream().filter(row -> row.urgency() == Urgency.P0).toList();
        List<TicketRow> waiting = fresh(open, since).stream().filter(row -> row.urgency() != Urgency.P0 && row.status() == TicketStatus.OPEN).toList();
        List<TicketRow> left = open.stream().filter(row -> row.createdAt().isBefore(since)).sorted(byDue()).toList();
        int count = emergencies.size() + waiting.size() + candidates.size();
        if (count == 0 && left.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("morning.title", grid.name(), now.getMonthValue(), now.getDayOfMonth(), TIME.format(now)));
        lines.add(count == 0 ? Texts.of("morning.none") : Texts.of("morning.new", count, counted(emergencies, waiting, candidates)));
        left.stream().limit(LEFT_SHOWN).map(row -> left(row, now)).forEach(lines::add);
        if (left.size() > LEFT_SHOWN) {
            lines.add(Texts.of("morning.left-more", left.size() - LEFT_SHOWN));
        }
        addNew(lines, emergencies, waiting, candidates, reader);
        return Optional.of(String.join("\n", lines));
    }

    private void addNew(List<String> lines, List<TicketRow> emergencies, List<TicketRow> waiting, List<TicketRow> candidates, Actor reader) {
        List<TicketRow> told = new ArrayList<>();
        told.addAll(emergencies);
        told.addAll(waiting);
        told.addAll(candidates);
        int shown = Math.min(told.size(), MARKS.size());
        for (int i = 0; i < shown; i++) {
            TicketRow row = told.get(i);
            lines.add(row.status() == TicketStatus.CANDIDATE ? candidate(MARKS.get(i), row, told, reader)
                    : row.urgency() == Urgency.P0 ? emergency(MARKS.get(i), row) : open(MARKS.get(i), row));
        }
        if (told.size() > shown) {
            lines.add(Texts.of("morning.more", told.size() - shown));
        }
        if (!properties.console().isBlank() && !told.isEmpty()) {
            List<TicketRow> acceptable = told.subList(0, shown).stream().filter(waiting::contains).toList();
            if (!acceptable.isEmpty()) {
                String marks = acceptable.stream().map(row -> MARKS.get(told.indexOf(row))).collect(Collectors.joining());
                String numbers = acceptable.stream().map(row -> "no=" + row.no()).collect(Collectors.joining("&"));
                lines.add(Texts.of("morning.accept", marks, properties.console() + "/tickets/accept?" + numbers));
            }
            lines.add(Texts.of("morning.each", properties.console() + "/desk"));
        }
    }

    private List<TicketRow> rows(TicketFilter.Group group, Area grid, Actor reader) {
        return lists.search(new TicketFilter(group, grid.id(), null, null, null, null, null, null, 200), reader.scope());
    }

    private static List<TicketRow> fresh(List<TicketRow> rows, Instant since) {
        return rows.stream().filter(row -> !row.createdAt().isBefore(since)).sorted(Comparator.comparing(TicketRow::id)).toList();
    }

    private static Comparator<TicketRow> byDue() {
        return Comparator.comparing(TicketRow::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static String counted(List<TicketRow> emergencies, List<TicketRow> waiting, List<TicketRow> candidates) {
        List<String> parts = new ArrayList<>();
        if (!emergencies.isEmpty()) {
            boolean handled = emergencies.stream().noneMatch(row -> row.status() == TicketStatus.OPEN);
            parts.add(Texts.of("morning.emergencies", emergencies.size()) + (handled ? Texts.of("morning.handled") : ""));
        }
        if (!waiting.isEmpty()) {
            parts.add(Texts.of("morning.waiting", waiting.size()));
        }
        if (!candidates.isEmpty()) {
            parts.add(Texts.of("morning.candidates", candidates.size()));
        }
        return String.join(Texts.of("list.separator"), parts);
    }

    private static String left(TicketRow row, ZonedDateTime now) {
        String round = row.reopenCount() > 0 ? Texts.of("morning.round", row.reopenCount() + 1) : "";
        Instant due = row.dueAt();
        String when = due == null ? Texts.of("morning.no-due")
                : due.isBefore(now.toInstant()) ? Texts.of("morning.over") : Texts.of("morning.due", moment(due, now));
        return Texts.of("morning.left", row.placeLabel(), row.thing().isBlank() ? row.matter() : row.thing(), round + when);
    }

    private static String moment(Instant at, ZonedDateTime now) {
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        return local.toLocalDate().equals(now.toLocalDate())
                ? TIME.format(local)
                : DateTimeFormatter.ofPattern(Texts.of("ticket.day-time")).format(local);
    }

    private static String emergency(String mark, TicketRow row) {
        return Texts.of("morning.emergency", mark, row.placeLabel(), row.matter(), clock(row.createdAt()), Texts.label(row.status()));
    }

    private static String open(String mark, TicketRow row) {
        String voices = row.voices() > 1 ? Texts.of("morning.voices", row.voices()) : "";
        String due = row.respondBy() == null ? Texts.of("morning.no-due") : moment(row.respondBy(), row.createdAt().atZone(CommunityClock.ZONE));
        return Texts.of("morning.open", mark, row.urgent() ? Texts.of("morning.urgent") : "", row.placeLabel(), row.matter(), voices, due);
    }

    private String candidate(String mark, TicketRow row, List<TicketRow> told, Actor reader) {
        Ticket ticket = tickets.get(row.id());
        String words = ticket.restricted() ? row.matter() : tickets.lines(row.id(), reader).stream()
                .filter(TicketLine::counted)
                .map(TicketLine::text)
                .filter(said -> said != null && !said.isBlank())
                .findFirst()
                .map(said -> Texts.of("morning.quoted", said.length() > QUOTED ? said.substring(0, QUOTED) + "…" : said))
                .orElse(row.matter());
        String same = told.stream()
                .filter(other -> other.status() != TicketStatus.CANDIDATE && Objects.equals(other.building(), row.building()) && other.category() == row.category())
                .findFirst()
                .map(other -> Texts.of("morning.same", MARKS.get(Math.min(told.indexOf(other), MARKS.size() - 1))))
                .orElse(row.urgency() == Urgency.P3 ? Texts.of("morning.question") : "");
        return Texts.of("morning.candidate", mark, row.placeLabel(), words, same);
    }

    private static String clock(Instant at) {
        return TIME.format(at.atZone(CommunityClock.ZONE));
    }
}
