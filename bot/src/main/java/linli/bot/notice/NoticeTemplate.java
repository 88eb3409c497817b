package linli.bot.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A kind of notice, from config/notices.yml. In its words {@code {name}} is a field, and a clause in {@code [ ]} is left
 * out when a field in it is empty. Besides its own fields it knows {@code places}, {@code period} (from {@code start} and
 * {@code end}), {@code phone}, {@code community} and {@code today}.
 *
 * @param code stands in the database
 * @param topic null: the author chooses
 * @param effect the trouble it explains while it lasts; null for none
 * @param explains kinds of the lexicon that it explains while it lasts
 * @param asked words by which a question means it
 * @param subject what stops, as the question about a short lead time says it (停水); null: never asked
 */
public record NoticeTemplate(
        String code,
        String label,
        NoticeTopic topic,
        String effect,
        String subject,
        String text,
        @DefaultValue List<Field> fields,
        @DefaultValue Set<String> explains,
        @DefaultValue Set<String> asked) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PART = Pattern.compile("\\[|]|\\{(\\w+)}");

    /** Filled in alike in every notice of a day. */
    private static final Set<String> SAID_ALIKE = Set.of("phone", "community", "today");
    private static final Set<String> GIVEN = Set.of("places", "period", "phone", "community", "today");

    /** What a field takes: a line, a few lines, or a local date and time. */
    public enum FieldType { TEXT, LONG, TIME }

    /**
     * @param hint what to write, as an example; may be null
     * @param correction as a correction names it (恢复供水时间); null: as its label does
     */
    public record Field(
            String name, String label, @DefaultValue("TEXT") FieldType type, @DefaultValue("true") boolean required, String hint, String correction) {

        /** As a correction names it. */
        String corrected() {
            return correction == null ? label : correction;
        }
    }

    public NoticeTemplate {
        fields = List.copyOf(fields);
        explains = Set.copyOf(explains);
        asked = Set.copyOf(asked);
    }

    /** A stretch of a notice's words, by characters. */
    public record Stretch(int from, int to) {}

    /** Which of a notice's words its author wrote or chose, in order; none when they follow no longer, or not, this template. */
    public List<Stretch> own(String words) {
        List<String> names = new ArrayList<>();
        Matcher written = pattern(names).matcher(words);
        if (!written.matches()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, names.size())
                .filter(group -> !SAID_ALIKE.contains(names.get(group - 1)))
                .filter(group -> written.start(group) < written.end(group))
                .mapToObj(group -> new Stretch(written.start(group), written.end(group)))
                .toList();
    }

    /** Labels of what could have been written and was not. */
    public List<String> leftOut(Map<String, String> values) {
        return fields.stream()
                .filter(field -> !field.required())
                .filter(field -> values.getOrDefault(field.name(), "").isBlank())
                .map(Field::label)
                .toList();
    }

    /** Its words with a group for each name, in the order of {@code names}. */
    private Pattern pattern(List<String> names) {
        StringBuilder pattern = new StringBuilder();
        Matcher parts = PART.matcher(text.strip());
        int at = 0;
        while (parts.find()) {
            pattern.append(literally(text.strip().substring(at, parts.start())));
            at = parts.end();
            switch (parts.group()) {
                case "[" -> pattern.append("(?:");
                case "]" -> pattern.append(")?");
                default -> {
                    names.add(parts.group(1));
                    pattern.append("(.*?)");
                }
            }
        }
        return Pattern.compile(pattern.append(literally(text.strip().substring(at))).toString(), Pattern.DOTALL);
    }

    private static String literally(String words) {
        return words.isEmpty() ? "" : Pattern.quote(words);
    }

    /** Names of its dates. */
    List<String> times() {
        return fields.stream().filter(field -> field.type() == FieldType.TIME).map(Field::name).toList();
    }

    boolean has(String field) {
        return fields.stream().anyMatch(f -> f.name().equals(field));
    }

    /** Names used in the words that nothing fills; empty in a sound template. */
    Set<String> unknownNames() {
        Set<String> unknown = new TreeSet<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!has(names.group(1)) && !GIVEN.contains(names.group(1))) {
                unknown.add(names.group(1));
            }
        }
        return unknown;
    }
}
