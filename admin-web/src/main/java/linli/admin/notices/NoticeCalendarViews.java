package linli.admin.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linli.admin.web.Times;
import linli.bot.notice.Notice;
import linli.bot.notice.Notices;
import linli.bot.notice.Repeat;
import linli.bot.notice.Repeats;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** The next four weeks, day by day. */
@Component
class NoticeCalendarViews {

    private static final int WEEKS = 4;

    private final Notices notices;
    private final Repeats repeats;
    private final NoticeViews views;
    private final Times times;
    private final CommunityClock clock;

    NoticeCalendarViews(Notices notices, Repeats repeats, NoticeViews views, Times times, CommunityClock clock) {
        this.notices = notices;
        this.repeats = repeats;
        this.views = views;
        this.times = times;
        this.clock = clock;
    }

    /** @param today whether it is; @param entries by time */
    record Day(LocalDate date, String weekday, boolean today, List<Entry> entries) {}

    /**
     * @param at 08:00, or 09:00–17:00 for what a notice announces
     * @param state in words: 发送, 待审核, 停水 …
     */
    record Entry(Instant from, String at, String kind, String audience, String state, String tone, long noticeId) {}

    record Weekly(Repeat repeat, String weekday, String kind, String audience) {}

    /** Beginning with this week's Monday. */
    List<Day> days() {
        LocalDate today = clock.today();
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        LocalDate end = monday.plusWeeks(WEEKS);
        List<Entry> entries = entries(start(monday), start(end));
        List<Day> days = new ArrayList<>();
        for (LocalDate day = monday; day.isBefore(end); day = day.plusDays(1)) {
            Instant from = start(day);
            Instant to = start(day.plusDays(1));
            days.add(new Day(day, Texts.label(day.getDayOfWeek()), day.equals(today), entries.stream()
                    .filter(entry -> !entry.from().isBefore(from) && entry.from().isBefore(to))
                    .sorted(Comparator.comparing(Entry::from))
                    .toList()));
        }
        return days;
    }

    List<Weekly> weekly() {
        return repeats.all().stream().map(repeat -> {
            Notice notice = notices.get(repeat.noticeId());
            return new Weekly(repeat, Texts.label(repeat.day()), views.kind(notice), notices.audience(notice));
        }).toList();
    }

    private List<Entry> entries(Instant from, Instant to) {
        List<Entry> entries = new ArrayList<>();
        for (Notice notice : notices.between(from, to)) {
            Instant goes = notice.dueAt() != null ? notice.dueAt() : notice.sendAt();
            String audience = notices.audience(notice);
            if (goes != null && notice.status().isUnsent()) {
                entries.add(new Entry(
                        goes, times.clock(goes), views.kind(notice), audience, Texts.label(notice.status()), NoticeViews.tone(notice.status()), notice.id()));
            }
            if (notice.activeFrom() != null && notice.effect() != null) {
                entries.add(lasting(notice, audience));
            }
        }
        for (Repeat repeat : repeats.all()) {
            Notice notice = notices.get(repeat.noticeId());
            for (LocalDate day = repeat.nextDay(); start(day).isBefore(to); day = day.plusWeeks(1)) {
                Instant at = day.atTime(repeat.at()).atZone(CommunityClock.ZONE).toInstant();
                entries.add(new Entry(
                        at, times.clock(at), views.kind(notice), notices.audience(notice), Texts.of("notice.calendar.weekly"), "", notice.id()));
            }
        }
        return entries;
    }

    private Entry lasting(Notice notice, String audience) {
        ZonedDateTime until = notice.activeTo().atZone(CommunityClock.ZONE);
        boolean sameDay = until.toLocalDate().equals(notice.activeFrom().atZone(CommunityClock.ZONE).toLocalDate());
        String end = sameDay ? times.clock(notice.activeTo()) : times.when(notice.activeTo());
        return new Entry(
                notice.activeFrom(), times.clock(notice.activeFrom()) + "–" + end, views.subject(notice), audience,
                Texts.of("notice.calendar.announced"), "", notice.id());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CommunityClock.ZONE).toInstant();
    }
}
