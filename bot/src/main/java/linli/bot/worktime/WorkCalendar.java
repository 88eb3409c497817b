package linli.bot.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import linli.bot.audit.AuditLog;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the community works. A year whose holidays nobody has entered is counted by its weekdays, and said once in the log.
 */
@Component
@Transactional
public class WorkCalendar {

    private static final Logger log = LoggerFactory.getLogger(WorkCalendar.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** No break is longer; a calendar without any work would never end. */
    private static final int LONGEST_BREAK_DAYS = 370;

    private final WorkCalendarMapper mapper;
    private final MachineClock machine;
    private final AuditLog audit;
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();
    private volatile Snapshot known;

    private record Snapshot(Map<Integer, List<WorkSpan>> spans, Map<Integer, Map<LocalDate, Boolean>> years, Instant readAt) {}

    WorkCalendar(WorkCalendarMapper mapper, MachineClock machine, AuditLog audit) {
        this.mapper = mapper;
        this.machine = machine;
        this.audit = audit;
    }

    /** Whether somebody works at this instant; the last instant of a span is no longer work. */
    public boolean isWorking(Instant at) {
        ZonedDateTime local = at.atZone(CommunityClock.ZONE);
        LocalTime time = local.toLocalTime();
        return spans(local.toLocalDate()).stream().anyMatch(span -> !time.isBefore(span.starts()) && time.isBefore(span.ends()));
    }

    /** The instant itself when it is work, else the start of the next span. */
    public Instant nextWorkStart(Instant at) {
        return isWorking(at) ? at : plusWorking(at, Duration.ofNanos(1)).minusNanos(1);
    }

    /**
     * Adds work time only. What ends with a span ends at the span's end, not at the start of the next one.
     *
     * @param work none or negative gives {@link #nextWorkStart}
     */
    public Instant plusWorking(Instant from, Duration work) {
        if (work.isZero() || work.isNegative()) {
            return nextWorkStart(from);
        }
        Duration left = work;
        LocalDate day = from.atZone(CommunityClock.ZONE).toLocalDate();
        for (int idle = 0; idle < LONGEST_BREAK_DAYS; day = day.plusDays(1)) {
            List<WorkSpan> spans = spans(day);
            idle = spans.isEmpty() ? idle + 1 : 0;
            for (WorkSpan span : spans) {
                Instant starts = later(from, instant(day, span.starts()));
                Duration length = Duration.between(starts, instant(day, span.ends()));
                if (!length.isNegative() && left.compareTo(length) <= 0) {
                    return starts.plus(left);
                }
                left = length.isNegative() ? left : left.minus(length);
            }
        }
        throw new IllegalStateException("the work calendar has no work within a year of " + from);
    }

    /** How much work time lies between two instants; none when the second is not the later one. */
    public Duration workingBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(CommunityClock.ZONE).toLocalDate();
        for (LocalDate day = from.atZone(CommunityClock.ZONE).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkSpan span : spans(day)) {
                Instant ends = instant(day, span.ends());
                Duration length = Duration.between(later(from, instant(day, span.starts())), ends.isBefore(to) ? ends : to);
                sum = length.isNegative() ? sum : sum.plus(length);
            }
        }
        return sum;
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CommunityClock.ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The day's work, in order; empty on a day off. */
    public List<WorkSpan> spans(LocalDate day) {
        Snapshot now = known();
        Boolean works = now.years().computeIfAbsent(day.getYear(), this::readYear).get(day);
        if (works == null) {
            return now.spans().getOrDefault(day.getDayOfWeek().getValue(), List.of());
        }
        return works ? now.spans().getOrDefault(DayOfWeek.MONDAY.getValue(), List.of()) : List.of();
    }

    /** The days of a year that differ from their weekday, in order; empty when nobody has entered the year. */
    public List<CalendarDay> days(int year) {
        known().years().computeIfAbsent(year, this::readYear);
        return mapper.findDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The hours of a weekday without holidays. */
    public List<WorkSpan> usual(DayOfWeek weekday) {
        return known().spans().getOrDefault(weekday.getValue(), List.of());
    }

    /** Says that a day differs from its weekday. Deadlines that were given before stay. */
    public void put(CalendarDay day, String by) {
        days(day.day().getYear());
        mapper.putDay(day.day(), day.works(), day.reason());
        audit.add(by, "calendar.changed", "day:" + day.day(), null);
        known = null;
    }

    /**
     * What the State Council's notice would enter.
     *
     * @param text the notice as it is published
     * @throws linli.bot.problem.Invalid when it cannot be read without doubt
     */
    public List<CalendarDay> read(String text) {
        return HolidayNotice.read(text);
    }

    /** Enters a year from its notice; what was known of those days is replaced. Deadlines that were given before stay. */
    public List<CalendarDay> importNotice(String text, String by) {
        List<CalendarDay> read = HolidayNotice.read(text);
        int year = read.get(read.size() - 1).day().getYear();
        days(year);
        read.forEach(day -> mapper.putDay(day.day(), day.works(), day.reason()));
        audit.add(by, "calendar.imported", "year:" + year, null);
        known = null;
        return read;
    }

    /** Lets a day be like its weekday again. */
    public void remove(LocalDate day, String by) {
        mapper.deleteDay(day);
        audit.add(by, "calendar.changed", "day:" + day, null);
        known = null;
    }

    private Snapshot known() {
        Snapshot now = known;
        if (now == null || now.readAt().plus(FRESH).isBefore(machine.now())) {
            now = new Snapshot(
                    mapper.findSpans().stream().collect(Collectors.groupingBy(WorkSpan::weekday)),
                    new ConcurrentHashMap<>(),
                    machine.now());
            known = now;
        }
        return now;
    }

    private Map<LocalDate, Boolean> readYear(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (!mapper.isKnown(first, last)) {
            takeOverPublished(year);
        }
        Map<LocalDate, Boolean> days = new HashMap<>();
        mapper.findDays(first, last).forEach(day -> days.put(day.day(), day.works()));
        return days;
    }

    private void takeOverPublished(int year) {
        List<CalendarDay> published = PublishedDays.of(year);
        published.forEach(mapper::insertDay);
        if (published.isEmpty() && warned.add(year)) {
            log.warn("No holidays are known for {}: deadlines of that year count Monday to Friday as work", year);
        }
    }
}
