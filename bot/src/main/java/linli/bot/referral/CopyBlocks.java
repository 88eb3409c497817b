package linli.bot.referral;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.community.Areas;
import linli.bot.entry.Entries;
import linli.bot.entry.Entry;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketEvent;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 录一次: a ticket as it is pasted elsewhere (C12). Masked words at most, none of a restricted ticket. */
@Component
public class CopyBlocks {

    private static final int MOST_LINES = 3;
    private static final int MOST_STEPS = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Tickets tickets;
    private final Referrals referrals;
    private final Entries entries;
    private final Areas areas;
    private final StaffMembers staff;
    private final JsonMapper json = JsonMapper.shared();

    CopyBlocks(Tickets tickets, Referrals referrals, Entries entries, Areas areas, StaffMembers staff) {
        this.tickets = tickets;
        this.referrals = referrals;
        this.entries = entries;
        this.areas = areas;
        this.staff = staff;
    }

    /**
     * @param form for the fields of 12345 or 141
     * @param json for a program
     * @param row cells for a spreadsheet, with tabs between; none can become a formula
     * @param report one line of the weekly report
     */
    public record Blocks(String form, String json, String row, String report) {}

    public Blocks of(Ticket ticket, Actor actor) {
        Optional<Referral> referral = referrals.of(ticket.id());
        String number = referral.map(Referral::externalNo).orElse(null);
        String unit = staff.units().stream().filter(u -> Objects.equals(u.id(), ticket.unitId())).findFirst().map(Unit::name).orElse(Texts.of("responsibility.nobody"));
        String place = (ticket.gridId() == null ? "" : areas.get(ticket.gridId()).name() + " ") + where(ticket);
        String people = ticket.voices() > 0 ? Texts.of("referral.people", String.valueOf(ticket.voices())) : Texts.label(ticket.source());
        String form = Texts.of(
                "referral.form", ticket.placeLabel() + ticket.matter(), place, TIME.format(ticket.createdAt().atZone(CommunityClock.ZONE)), people,
                situation(ticket, actor), done(ticket), unit, ticket.no());
        String report = Texts.of(
                "referral.report", ticket.placeLabel() + ticket.matter(), ticket.no(), people,
                day(ticket.createdAt()), Texts.label(ticket.status()),
                referral.map(r -> Texts.of("referral.report.to", r.to(), number == null ? Texts.of("referral.noNumber") : Texts.of("referral.number", number))).orElse(""));
        return new Blocks(form, json(ticket, place, unit, number), row(ticket, place, unit, number), report);
    }

    private static String where(Ticket ticket) {
        return Stream.of(ticket.placeLabel(), ticket.floor() == null ? null : Texts.of("referral.floor", ticket.floor()), ticket.building() == null ? null : ticket.spot())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private String situation(Ticket ticket, Actor actor) {
        if (ticket.restricted() || !tickets.mayRead(ticket, actor)) {
            return Texts.of("referral.restricted", Texts.label(ticket.category()));
        }
        List<String> said = Stream.concat(
                        entries.of(ticket.id()).map(Entry::words).stream(),
                        tickets.lines(ticket.id(), actor).stream().filter(TicketLine::counted).map(TicketLine::text))
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .limit(MOST_LINES)
                .toList();
        String fact = Texts.of("referral.fact", ticket.matter(), Texts.label(ticket.category()), Texts.label(ticket.urgency()));
        return said.isEmpty() ? fact : Texts.of("referral.said", fact, String.join(Texts.of("referral.saidSeparator"), said));
    }

    private String done(Ticket ticket) {
        List<String> steps = tickets.history(ticket.id()).stream()
                .filter(event -> event.actorRole() != Role.SYSTEM && event.actorRole() != Role.RESIDENT && !event.undone() && event.note() != null && event.toStatus() != null)
                .map(CopyBlocks::step)
                .toList();
        return steps.isEmpty()
                ? Texts.of("referral.nothingDone")
                : String.join(Texts.of("referral.stepSeparator"), steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size()));
    }

    private static String step(TicketEvent event) {
        return TIME.format(event.at().atZone(CommunityClock.ZONE)) + " " + event.note();
    }

    private static String day(Instant at) {
        var local = at.atZone(CommunityClock.ZONE);
        return Texts.of("referral.day", String.valueOf(local.getMonthValue()), String.valueOf(local.getDayOfMonth()));
    }

    private String json(Ticket ticket, String place, String unit, String number) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("no", ticket.no());
        fields.put("source", ticket.source().name());
        fields.put("category", ticket.category().name());
        fields.put("categoryName", Texts.label(ticket.category()));
        fields.put("matter", ticket.matter());
        fields.put("place", place);
        fields.put("building", ticket.building());
        fields.put("entrances", ticket.units());
        fields.put("urgency", ticket.urgency().name());
        fields.put("status", ticket.status().name());
        fields.put("voices", ticket.voices());
        fields.put("unit", unit);
        fields.put("createdAt", ticket.createdAt().atZone(CommunityClock.ZONE).toOffsetDateTime().toString());
        fields.put("resolveBy", ticket.resolveBy() == null ? null : ticket.resolveBy().atZone(CommunityClock.ZONE).toOffsetDateTime().toString());
        fields.put("externalNo", number);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(fields);
    }

    private static String row(Ticket ticket, String place, String unit, String number) {
        return Stream.of(
                        ticket.no(), place, ticket.matter(), Texts.label(ticket.category()), Texts.label(ticket.urgency()), Texts.label(ticket.status()),
                        String.valueOf(ticket.voices()), TIME.format(ticket.createdAt().atZone(CommunityClock.ZONE)), unit, number == null ? "" : number)
                .map(CopyBlocks::cell)
                .collect(Collectors.joining("\t"));
    }

    /** What a spreadsheet would take for a formula is made a text. */
    private static String cell(String value) {
        String tidy = value.replaceAll("[\\t\\r\\n]+", " ");
        return tidy.isEmpty() || FORMULA.indexOf(tidy.charAt(0)) < 0 ? tidy : "'" + tidy;
    }
}
