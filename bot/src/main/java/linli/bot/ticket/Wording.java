package linli.bot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Urgency;
import linli.bot.reply.Replies;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import linli.bot.ticket.Announcement.Reason;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import linli.bot.worktime.WorkCalendar;
import org.springframework.stereotype.Component;

/** Fills the sentences of {@code replies.yml} from a ticket. Number, building and unit, object, state: no more (C6). */
@Component
class Wording {

    /** Acknowledgements that may share a line: they carry no advice of their own, or a known last sentence. */
    private static final Set<String> PLAIN = Set.of("registered", "lift");

    /** 20:00 前到场 says by when somebody comes, and wants a word for who; 明天安排检修 stands for itself. */
    private static final Pattern ARRIVAL = Pattern.compile(Texts.of("ticket.arrival"));

    /** Words for a line that waited for the morning, where those for the moment would be out of place. */
    private static final String LATER = "-later";

    private static final Duration STALE = Duration.ofHours(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern(Texts.of("ticket.day-time"));
    private static final List<String> MARKS = List.of("①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨");

    private final Replies replies;
    private final TicketMapper tickets;
    private final StaffMembers staff;
    private final QuietHours quiet;
    private final WorkCalendar work;
    private final CommunityClock clock;

    Wording(
            Replies replies, TicketMapper tickets, StaffMembers staff, QuietHours quiet, WorkCalendar work, CommunityClock clock) {
        this.replies = replies;
        this.tickets = tickets;
        this.staff = staff;
        this.quiet = quiet;
        this.work = work;
        this.clock = clock;
    }

    /** The line for these reasons as the ticket stands now; empty when nothing is left to say. */
    Optional<String> line(Ticket ticket, Announcement wanted) {
        TicketStatus status = ticket.status();
        if (status == TicketStatus.VOID || status == TicketStatus.MERGED || status == TicketStatus.CANDIDATE) {
            return Optional.empty();
        }
        if (ticket.restricted()) {
            return wanted.has(Reason.ACK) ? Optional.of(acknowledgement(ticket)) : Optional.empty();
        }
        return leading(ticket, wanted).map(reason -> switch (reason) {
            case ACK -> acknowledgement(ticket) + (wanted.solicited() ? nightSuffix() : "");
            case RESOLVED -> replies.say("resolved", values(ticket));
            case REJECTED -> replies.say("rejected", values(ticket));
            case REOPENED -> replies.say("reopened", values(ticket));
            case ASKED -> replies.say("ask", values(ticket));
            case REMINDED -> replies.say("ask-again", values(ticket));
            case LAPSED -> replies.say("lapsed", values(ticket));
            case HANDED_OFF -> replies.say("handed-off", values(ticket));
            case ACCEPTED -> replies.say("accepted", values(ticket));
            case STARTED -> replies.say("started", values(ticket));
            case VOICES -> replies.say("voices", values(ticket));
        });
    }

    /** What matters most of what is still true; the line for it covers what is below it. */
    Optional<Reason> leading(Ticket ticket, Announcement wanted) {
        List<Reason> order = new ArrayList<>();
        switch (ticket.status()) {
            case RESOLVED, CLOSED -> order.addAll(List.of(Reason.LAPSED, Reason.RESOLVED));
            case REJECTED -> order.add(Reason.REJECTED);
            case NEED_INFO -> order.addAll(List.of(Reason.ASKED, Reason.REMINDED));
            case HANDED_OFF -> order.add(Reason.HANDED_OFF);
            default -> order.add(Reason.REOPENED);
        }
        if (!coveredByAcceptance(ticket, wanted)) {
            order.add(Reason.ACK);
        }
        if (ticket.status().isOpen() && ticket.status() != TicketStatus.OPEN) {
            order.add(Reason.ACCEPTED);
            order.add(Reason.STARTED);
        }
        if (ticket.status().isOpen()) {
            order.add(Reason.VOICES);
        }
        return order.stream().filter(wanted::has).findFirst();
    }

    /** 【已受理】 names the number and the place too, so that a plain 【已登记】 before it would be one line too many. */
    private static boolean coveredByAcceptance(Ticket ticket, Announcement wanted) {
        return wanted.has(Reason.ACCEPTED) && ticket.reply().equals("registered") && ticket.status() != TicketStatus.OPEN;
    }

    private String acknowledgement(Ticket ticket) {
        String key = replies.has(ticket.reply()) ? ticket.reply() : "registered";
        if (ticket.urgency() == Urgency.P0) {
            key = key.equals("registered") ? "emergency" : key;
        } else if (ticket.restricted() && PLAIN.contains(key)) {
            key = "restricted-received";
        } else if (PLAIN.contains(key) && ticket.voices() >= 2) {
            key = key + "-voices";
        }
        if (replies.has(key + LATER) && ticket.createdAt().plus(STALE).isBefore(clock.now())) {
            key = key + LATER;
        }
        return replies.say(key, values(ticket));
    }

    /** Whether two acknowledgements can be one. */
    static boolean isPlain(Ticket ticket) {
        return !ticket.restricted() && ticket.urgency() != Urgency.P0 && PLAIN.contains(ticket.reply());
    }

    /** ① and ② of one message. */
    String together(List<Ticket> all, boolean solicited) {
        boolean samePlace = all.stream().map(Ticket::placeLabel).distinct().count() == 1;
        List<String> items = new ArrayList<>();
        for (Ticket ticket : all) {
            Map<String, String> values = values(ticket);
            values.put("mark", MARKS.get(Math.min(items.size(), MARKS.size() - 1)));
            values.put("place", samePlace ? null : ticket.placeLabel());
            items.add(replies.say("two-item", values));
        }
        Map<String, String> values = new HashMap<>();
        values.put("place", samePlace ? all.get(0).placeLabel() : null);
        values.put("items", String.join("；", items));
        boolean lift = all.stream().anyMatch(ticket -> ticket.reply().equals("lift"));
        return replies.say("two-registered", values) + (lift ? replies.say("lift-suffix") : "") + (solicited ? nightSuffix() : "");
    }

    /** What a group could not hear during the day, in one line. */
    String digest(List<Ticket> all) {
        List<String> items = new ArrayList<>();
        for (Ticket ticket : all.subList(0, Math.min(all.size(), MARKS.size()))) {
            Map<String, String> values = values(ticket);
            values.put("mark", MARKS.get(items.size()));
            items.add(replies.say("digest-item", values));
        }
        return replies.say("digest", Map.of("items", String.join("；", items)));
    }

    private String nightSuffix() {
        Instant now = clock.now();
        if (!quiet.contains(now)) {
            return "";
        }
        LocalDate day = LocalDate.ofInstant(work.nextWorkStart(now), CommunityClock.ZONE);
        return replies.say("night-suffix", Map.of("workday", Texts.of("ticket.day", day.getMonthValue(), day.getDayOfMonth(), weekday(day))));
    }

    private static String weekday(LocalDate day) {
        return Texts.of("ticket.weekday." + day.getDayOfWeek().getValue());
    }

    /** That somebody has taken an emergency. */
    String emergencyAccepted(Ticket ticket) {
        return replies.say("emergency-accepted", values(ticket));
    }

    /** The answer to 撤销: the ticket is gone, or one voice is, or only staff may say so. */
    String withdrawal(Ticket ticket, TicketMoved moved) {
        boolean still = tickets.findVoice(ticket.id(), moved.actor().ref()) != null;
        String key = moved.to() == TicketStatus.VOID ? "withdrawn" : still ? "withdraw-refused" : "voice-withdrawn";
        return replies.say(key, values(ticket));
    }

    /** The answer to 到哪一步了. */
    String progress(Ticket ticket) {
        if (ticket.restricted()) {
            return replies.say("progress-restricted", values(ticket));
        }
        Map<String, String> values = values(ticket);
        values.put("note", null);
        values.put("time", null);
        lastWord(ticket).ifPresent(event -> {
            values.put("time", time(event.at()));
            values.put("note", said(ticket, event));
        });
        return replies.say("progress", values);
    }

    /** Somebody who has asked often hears until when a person will call. */
    String pressed(Ticket ticket) {
        Map<String, String> values = values(ticket);
        boolean ahead = ticket.status().isWaiting() && ticket.respondBy() != null && ticket.respondBy().isAfter(clock.now());
        values.put("time", ahead ? time(ticket.respondBy()) : null);
        return replies.say("pressed", values);
    }

    private String time(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, CommunityClock.ZONE);
        return (day.equals(clock.today()) ? TIME : DAY_TIME).format(at.atZone(CommunityClock.ZONE));
    }

    /** The last thing staff said about it since it was last reopened, unless it holds somebody's data. */
    private Optional<TicketEvent> lastWord(Ticket ticket) {
        TicketEvent last = null;
        for (TicketEvent event : tickets.events(ticket.id()).stream().filter(each -> !each.undone()).toList()) {
            if (event.is(TicketAction.REOPEN)) {
                last = null;
            } else if (event.is(TicketAction.ACCEPT) || event.is(TicketAction.RESOLVE) || event.is(TicketAction.NOTE) && isClean(event.note())) {
                last = event;
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean isClean(String note) {
        return note != null && PersonalData.find(note).isEmpty() && !note.contains("****");
    }

    private String said(Ticket ticket, TicketEvent event) {
        Map<String, String> values = values(ticket);
        values.put("who", who(event, ticket));
        if (event.is(TicketAction.ACCEPT)) {
            return replies.say("accepted-said", values);
        }
        if (event.is(TicketAction.RESOLVE)) {
            return replies.say("resolved-said", values);
        }
        values.put("note", bare(event.note()));
        return replies.say("note-said", values);
    }

    private Map<String, String> values(Ticket ticket) {
        Map<String, String> values = new HashMap<>();
        Optional<Unit> unit = staff.units().stream().filter(u -> ticket.unitId() != null && u.id() == ticket.unitId()).findFirst();
        String unitName = unit.map(Unit::name).map(name -> replies.word("instead-of." + name + "." + ticket.thing()).orElse(name)).orElse(null);
        values.put("no", ticket.no());
        values.put("digits", ticket.digits());
        values.put("place", ticket.matter().startsWith(ticket.placeLabel()) ? "" : ticket.placeLabel());
        values.put("building", ticket.building() == null ? ticket.placeLabel() : Texts.of("ticket.building", ticket.building()));
        values.put("matter", ticket.matter());
        values.put("thing", ticket.shortName());
        values.put("voices", ticket.voices() >= 2 && ticket.voices() > ticket.voicesSaid() ? String.valueOf(ticket.voices()) : null);
        values.put("state", replies.word("state." + ticket.status()).orElse(Texts.label(ticket.status())));
        values.put("round", ticket.reopenCount() > 0 ? String.valueOf(ticket.reopenCount() + 1) : null);
        values.put("contact", unitName == null ? null : replies.word("contact-of." + unitName).orElse(null));
        values.put("expected", promise(ticket, unitName));
        values.put("result", bare(ticket.result()));
        values.put("back", replies.word("back." + ticket.thing()).orElse(replies.say("back-default")));
        values.put("reason", ticket.rejectCode() == null ? null : Texts.label(RejectCode.valueOf(ticket.rejectCode())));
        values.put("department", unit.map(u -> u.phone() == null || u.phone().isBlank() ? u.name() : u.name() + "（" + u.phone() + "）").orElse(null));
        values.put("who", who(ticket));
        values.put("note", note(ticket));
        return values;
    }

    private String promise(Ticket ticket, String unitName) {
        String expected = bare(ticket.expected());
        boolean arrival = expected != null && !expected.contains(Texts.of("ticket.expected-word")) && ARRIVAL.matcher(expected).matches();
        if (!arrival) {
            return expected;
        }
        String crew = unitName == null ? replies.say("crew") : replies.word("crew-of." + unitName).orElse(unitName);
        return replies.say("promise", Map.of("crew", crew, "expected", Character.isDigit(expected.charAt(0)) ? " " + expected : expected));
    }

    private String who(Ticket ticket) {
        return lastOf(ticket, TicketAction.ACCEPT).map(event -> who(event, ticket)).orElseGet(() -> replies.say("who.GRID"));
    }

    private String who(TicketEvent event, Ticket ticket) {
        if (event.actorRole() == Role.UNIT) {
            Optional<String> name = staff.findByUserid(event.actorRef())
                    .flatMap(person -> staff.units().stream().filter(u -> person.unitId() != null && u.id() == person.unitId()).findFirst())
                    .map(Unit::name);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return replies.word("who." + event.actorRole()).orElseGet(() -> replies.say("who.DESK"));
    }

    private String note(Ticket ticket) {
        return switch (ticket.status()) {
            case NEED_INFO -> lastOf(ticket, TicketAction.ASK).map(TicketEvent::note).map(Wording::bare).orElse(null);
            case IN_PROGRESS -> lastOf(ticket, TicketAction.START).map(TicketEvent::note).map(Wording::bare).orElse(null);
            default -> null;
        };
    }

    private Optional<TicketEvent> lastOf(Ticket ticket, TicketAction action) {
        return tickets.events(ticket.id()).stream().filter(event -> event.is(action) && !event.undone()).reduce((first, second) -> second);
    }

    /** A sentence's end is the template's to write. */
    private static String bare(String words) {
        return words == null || words.isBlank() ? null : words.strip().replaceFirst(Texts.of("ticket.note-lead"), "").replaceFirst("[。.；;，,！!\\s]+$", "");
    }
}
