package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.bot.attachment.Attachment;
import linli.bot.attachment.Attachments;
import linli.bot.settings.Settings;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import org.springframework.stereotype.Component;

/** Writes a notice's words from its template and fields, and says what is still wrong with them. */
@Component
class Composer {

    /** The longest notice (E3). */
    static final int MOST_CHARACTERS = 600;

    private static final Duration SHORT_LEAD = Duration.ofHours(24);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(Texts.of("notice.format.moment"), Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(Texts.of("notice.format.day"), Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final NoticeTemplates templates;
    private final Audiences audiences;
    private final QuietHours quietHours;
    private final Settings settings;
    private final Supplies supplies;
    private final Corrections corrections;
    private final Attachments attachments;
    private final RefusedWords refusedWords;
    private final CommunityClock clock;

    Composer(
            NoticeTemplates templates, Audiences audiences, QuietHours quietHours, Settings settings, Supplies supplies,
            Corrections corrections, Attachments attachments, RefusedWords refusedWords, CommunityClock clock) {
        this.refusedWords = refusedWords;
        this.attachments = attachments;
        this.corrections = corrections;
        this.supplies = supplies;
        this.templates = templates;
        this.audiences = audiences;
        this.quietHours = quietHours;
        this.settings = settings;
        this.clock = clock;
    }

    Preview preview(NoticeDraft draft) {
        NoticeTemplate template = templates.get(draft.template());
        Notice original = draft.corrects() == null ? null : corrections.original(draft.corrects());
        Reach reach = original == null
                ? audiences.resolve(draft.audience())
                : corrections.reach(original, audiences.label(original.audience()));
        List<String> problems = new ArrayList<>();
        if (original != null && !NoticeAction.CORRECT.startsFrom(original.status())) {
            problems.add(Texts.of("problem.notice.state", Texts.label(original.status()), Texts.label(NoticeAction.CORRECT)));
        }
        Map<String, LocalDateTime> times = times(template, draft, problems);
        LocalDateTime start = times.get("start");
        LocalDateTime end = times.get("end");
        List<String> missing = missing(template, draft);
        if (!missing.isEmpty()) {
            problems.add(Texts.of("problem.notice.missing", String.join("、", missing)));
        }
        if (start != null && end != null && !end.isAfter(start)) {
            problems.add(Texts.of("problem.notice.backwards"));
        }
        if (end != null && !instant(end).isAfter(clock.now())) {
            problems.add(Texts.of("problem.notice.over"));
        }
        if (reach.label().isEmpty()) {
            problems.add(Texts.of("problem.notice.audience"));
        } else if (reach.groups().isEmpty()) {
            problems.add(Texts.of("problem.notice.unreachable", reach.label()));
        }
        String text = original == null
                ? write(template.text(), words(template, draft, reach, times))
                : correction(template, original, draft, reach, problems);
        int length = text.codePointCount(0, text.length());
        if (length > MOST_CHARACTERS) {
            problems.add(Texts.of("problem.notice.long", length, MOST_CHARACTERS));
        }
        List<Attachment> attached = attached(draft, problems);
        refuse(text, attached, problems);
        Supplies.Supply supply = supplies.of(reach, draft);
        supply.shorts().stream().filter(s -> s.chosen() == null).forEach(s -> problems.add(s.sentence()));
        Instant wanted = draft.sendAt() == null || draft.sendAt().isBefore(clock.now()) ? clock.now() : draft.sendAt();
        Instant goesOut = quietHours.endAfter(wanted);
        return new Preview(
                text, missing, List.copyOf(problems), original == null ? questions(template, start) : List.of(), reach, goesOut, quiet(draft, wanted, goesOut),
                supply.sentence(), supply.shorts(), supply.forecast(),
                start == null ? null : instant(start), end == null ? null : instant(end), attached);
    }

    /** In what residents read: the words, a file's name, a link's title and line. */
    private void refuse(String text, List<Attachment> attached, List<String> problems) {
        String read = text + attached.stream()
                .map(a -> "\n" + a.name() + (a.description() == null ? "" : "\n" + a.description()))
                .collect(Collectors.joining());
        refusedWords.hits(read).stream().map(RefusedWords.Hit::word).distinct().forEach(word -> problems.add(word.reason() == null
                ? Texts.of("problem.notice.word", word.word())
                : Texts.of("problem.notice.word.reason", word.word(), word.reason())));
    }

    private List<Attachment> attached(NoticeDraft draft, List<String> problems) {
        if (draft.attachments().size() > Attachments.MOST) {
            problems.add(Texts.of("problem.attachment.most", String.valueOf(Attachments.MOST)));
        }
        List<Attachment> attached = attachments.get(draft.attachments());
        if (attached.size() < draft.attachments().size()) {
            problems.add(Texts.of("problem.attachment.missing"));
        }
        attached.stream().filter(Attachment::forgotten).forEach(gone -> problems.add(Texts.of("problem.attachment.gone", gone.name())));
        return attached;
    }

    /** 现在是免打扰时段（22:00–07:30），将改为明早 07:30 发送。… */
    private String quiet(NoticeDraft draft, Instant wanted, Instant goesOut) {
        if (goesOut.equals(wanted)) {
            return null;
        }
        LocalDate day = goesOut.atZone(CommunityClock.ZONE).toLocalDate();
        String morning = day.equals(clock.today()) ? Texts.of("notice.quiet.today")
                : day.equals(clock.today().plusDays(1)) ? Texts.of("notice.quiet.tomorrow") : DAY.format(day);
        return Texts.of(
                draft.sendAt() == null ? "notice.quiet.now" : "notice.quiet.then", HOUR.format(settings.quietFrom()),
                HOUR.format(settings.quietTo()), morning);
    }

    String places(Audience audience) {
        return audiences.label(audience);
    }

    private List<String> questions(NoticeTemplate template, LocalDateTime start) {
        if (template.subject() == null || start == null || !instant(start).isBefore(clock.now().plus(SHORT_LEAD))) {
            return List.of();
        }
        return List.of(Texts.of("notice.question.short", template.subject()));
    }

    private static List<String> missing(NoticeTemplate template, NoticeDraft draft) {
        return template.fields().stream()
                .filter(NoticeTemplate.Field::required)
                .filter(field -> draft.values().getOrDefault(field.name(), "").isBlank())
                .map(NoticeTemplate.Field::label)
                .toList();
    }

    private static Map<String, LocalDateTime> times(NoticeTemplate template, NoticeDraft draft, List<String> problems) {
        Map<String, LocalDateTime> times = new HashMap<>();
        for (NoticeTemplate.Field field : template.fields()) {
            String typed = draft.values().getOrDefault(field.name(), "").strip();
            if (field.type() == NoticeTemplate.FieldType.TIME && !typed.isEmpty()) {
                try {
                    times.put(field.name(), LocalDateTime.parse(typed));
                } catch (DateTimeParseException e) {
                    problems.add(Texts.of("problem.notice.time", field.label(), typed));
                }
            }
        }
        return times;
    }

    private String correction(NoticeTemplate template, Notice original, NoticeDraft draft, Reach reach, List<String> problems) {
        String changes = corrections.changes(template, original, draft.values(), reach.label());
        if (changes.isEmpty()) {
            problems.add(Texts.of("problem.notice.unchanged"));
        }
        return write(templates.correction(), Map.of(
                "sent", DAY.format(Corrections.sentOn(original)), "kind", template.label(), "changes", changes,
                "community", settings.communityName(), "today", DAY.format(clock.today())));
    }

    private Map<String, String> words(NoticeTemplate template, NoticeDraft draft, Reach reach, Map<String, LocalDateTime> times) {
        Map<String, String> words = new HashMap<>();
        for (NoticeTemplate.Field field : template.fields()) {
            LocalDateTime time = times.get(field.name());
            words.put(field.name(), time != null ? MOMENT.format(time) : tidy(draft.values().get(field.name())));
        }
        words.put("places", reach.label());
        words.put("period", period(times.get("start"), times.get("end")));
        words.put("phone", settings.phone("community").orElse(""));
        words.put("community", settings.communityName());
        words.put("today", DAY.format(clock.today()));
        return words;
    }

    /** 7月17日（周五）09:00—17:00, with the second date only when it is another. */
    private static String period(LocalDateTime start, LocalDateTime end) {
        if (start == null || end == null) {
            return "";
        }
        LocalDate day = start.toLocalDate();
        return MOMENT.format(start) + "—" + (day.equals(end.toLocalDate()) ? HOUR : MOMENT).format(end);
    }

    private static String write(String text, Map<String, String> words) {
        String kept = CLAUSE.matcher(text).replaceAll(clause ->
                Matcher.quoteReplacement(NAME.matcher(clause.group(1)).results().anyMatch(name -> words.get(name.group(1)).isEmpty())
                        ? ""
                        : clause.group(1)));
        String gap = Texts.of("notice.gap");
        return NAME.matcher(kept).replaceAll(name -> {
            String word = words.get(name.group(1));
            return Matcher.quoteReplacement(word.isEmpty() ? gap : word);
        }).strip();
    }

    private static String tidy(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(CommunityClock.ZONE).toInstant();
    }
}
