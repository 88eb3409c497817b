package linli.bot.sandbox;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.text.Texts;

/**
 * A chat transcript (剧本), which is a rehearsal and a test in one: who says what when, and what the assistant is expected to
 * say. The first file of {@code config/scenarios} explains how one is written.
 *
 * @param date the first day, or null where the transcript does not care
 * @param settings what it takes for granted, such as {@code settle}
 */
public record Transcript(LocalDate date, Map<String, String> settings, List<Step> steps) {

    private static final Set<String> ASSISTANT = Set.of("小助手", "芙蓉小助手");
    private static final String SILENCE = "(沉默)";
    private static final String NOTHING = "没有";
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern QUOTE = Pattern.compile("「([^」]+)」\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern RECALL = Pattern.compile("\\(撤回\\s*([^)]*)\\)");
    private static final Pattern ACTION = Pattern.compile("操作[：:\\s]\\s*(\\S.*)");
    private static final Pattern VOICE = Pattern.compile("\\[语音[^\\]]*]");
    private static final Pattern FORWARD = Pattern.compile("\\[转发]\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern REPEAT = Pattern.compile("\\(重发\\s*([1-9])\\)");
    private static final Pattern CHECK = Pattern.compile("\\((工单|卡片)\\)");
    private static final Map<String, Change> CHANGES =
            Map.of("(进群)", Change.JOIN, "(退群)", Change.LEAVE, "(同意存档)", Change.AGREE, "(不同意存档)", Change.DISAGREE);
    private static final Pattern WILDCARD = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern NUMBER = Pattern.compile("n\\d*");
    private static final String TAIL = "尾号";

    public Transcript {
        settings = Map.copyOf(settings);
        steps = List.copyOf(steps);
    }

    /** One line of the transcript. */
    public sealed interface Step permits Say, Expect, Silence, Action, Membership, Repeat, Check {

        int line();

        /** Days after the first one, and the time of that day. */
        Moment at();

        String group();
    }

    /** @param day 0 on the first day */
    public record Moment(int day, LocalTime time) implements Comparable<Moment> {

        public LocalDateTime on(LocalDate first) {
            return first.plusDays(day).atTime(time);
        }

        @Override
        public int compareTo(Moment other) {
            return day != other.day ? Integer.compare(day, other.day) : time.compareTo(other.time);
        }
    }

    /**
     * Somebody speaks.
     *
     * @param kind {@code text}, {@code forward}, {@code image}, {@code voice} or {@code revoke}
     * @param text the words; for a revoke the words to take back, empty for his last line
     * @param quote the words he answers, or null
     */
    public record Say(int line, Moment at, String group, String speaker, String kind, String text, String quote) implements Step {}

    /** The assistant is expected to have said this by now. */
    public record Expect(int line, Moment at, String group, String text) implements Step {

        /**
         * Byte for byte, except for what stands in braces: {@code {n}}, {@code {n1}} and so on are numbers, any other name is
         * some words.
         *
         * @param known numbers that a group has given to these names before; they must be the same again
         * @return the numbers this line gave, by name; empty when the line is another one
         */
        public Optional<Map<String, String>> match(String said, Map<String, String> known) {
            StringBuilder pattern = new StringBuilder();
            List<String> names = new ArrayList<>();
            Matcher wildcard = WILDCARD.matcher(text);
            int from = 0;
            while (wildcard.find()) {
                pattern.append(Pattern.quote(text.substring(from, wildcard.start())));
                pattern.append(wild(wildcard.group(1), known, names));
                from = wildcard.end();
            }
            pattern.append(Pattern.quote(text.substring(from)));
            Matcher found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(said);
            if (!found.matches()) {
                return Optional.empty();
            }
            Map<String, String> numbers = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                numbers.put(names.get(i), found.group(i + 1));
            }
            return Optional.of(numbers);
        }

        private static String wild(String name, Map<String, String> known, List<String> names) {
            if (name.endsWith(TAIL) && known.containsKey(number(name))) {
                return Pattern.quote(tail(known.get(number(name))));
            }
            if (!NUMBER.matcher(name).matches()) {
                return ".+?";
            }
            if (known.containsKey(name)) {
                return Pattern.quote(known.get(name));
            }
            names.add(name);
            return "(\\d{6}-\\d{3,6})";
        }
    }

    /** Words in which the numbers that were heard before stand for their names: {@code {n}} whole, {@code {n尾号}} its last digits. */
    public static String filled(String words, Map<String, String> known) {
        String filled = words;
        for (Map.Entry<String, String> number : known.entrySet()) {
            filled = filled.replace("{" + number.getKey() + "}", number.getValue())
                    .replace("{" + number.getKey() + TAIL + "}", tail(number.getValue()));
        }
        return filled;
    }

    private static String number(String name) {
        return name.substring(0, name.length() - TAIL.length());
    }

    private static String tail(String number) {
        return number.substring(number.indexOf('-') + 1);
    }

    /** The assistant is expected to have said nothing more. */
    public record Silence(int line, Moment at, String group) implements Step {}

    /** Staff act in the console; who plays a transcript may not be able to. */
    public record Action(int line, Moment at, String group, String who, String deed) implements Step {}

    /** Somebody joins or leaves the group, or agrees or no longer agrees to be archived. */
    public record Membership(int line, Moment at, String group, String who, Change change) implements Step {}

    public enum Change { JOIN, LEAVE, AGREE, DISAGREE }

    /** WeCom tells of what was last said again, that many times. */
    public record Repeat(int line, Moment at, String group, int times) implements Step {}

    /**
     * What staff are expected to see by now.
     *
     * @param what {@code 工单}: the next new ticket of the group; {@code 卡片}: a card that somebody of the staff got
     * @param words each of them stands there; empty where nothing more is expected
     */
    public record Check(int line, Moment at, String group, String what, List<String> words) implements Step {}

    /** What is wrong with which line, in Chinese, for whoever wrote it. */
    public static final class Unreadable extends IllegalArgumentException {

        private final int line;

        Unreadable(int line, String problem) {
            super(problem);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /** @throws Unreadable naming the first line that cannot be read */
    public static Transcript read(String text) {
        return new Reader().read(text);
    }

    private static final class Reader {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private LocalDate first;
        private LocalDate today;
        private Moment at;
        private String group;
        private int number;

        Transcript read(String text) {
            for (String raw : text.split("\\R", -1)) {
                number++;
                String line = raw.strip();
                if (line.startsWith("日期")) {
                    date(line.substring(2).strip());
                } else if (line.startsWith("设置")) {
                    setting(line.substring(2).strip());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    steps.add(step(line));
                }
            }
            if (steps.isEmpty()) {
                throw unreadable("empty");
            }
            return new Transcript(first, settings, steps);
        }

        private void date(String given) {
            LocalDate date;
            try {
                date = LocalDate.parse(given);
            } catch (DateTimeParseException e) {
                throw unreadable("date");
            }
            if ((first == null && !steps.isEmpty()) || (today != null && date.isBefore(today))) {
                throw unreadable("dateOrder");
            }
            first = first == null ? date : first;
            today = date;
        }

        private void setting(String given) {
            for (String each : given.split("\\s+")) {
                String[] parts = each.split("=", 2);
                if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                    throw unreadable("setting");
                }
                settings.put(parts[0], parts[1]);
            }
        }

        private Step step(String line) {
            String[] parts = line.split("\\|", 4);
            if (parts.length < 3) {
                throw unreadable("columns");
            }
            moment(parts[0].strip());
            if (!parts[1].isBlank()) {
                group = parts[1].strip();
            }
            if (group == null) {
                throw unreadable("group");
            }
            String who = parts[2].strip();
            if (parts.length == 3) {
                if (!who.equals(SILENCE) && !who.equals("（沉默）")) {
                    throw unreadable("columns");
                }
                return new Silence(number, at, group);
            }
            String words = parts[3].strip();
            if (who.isEmpty() || words.isEmpty()) {
                throw unreadable("words");
            }
            return spoken(who, words.replace("\\n", "\n"));
        }

        private Step spoken(String who, String words) {
            if (ASSISTANT.contains(who)) {
                return new Expect(number, at, group, words);
            }
            Matcher check = CHECK.matcher(who.replace('（', '(').replace('）', ')'));
            if (check.matches()) {
                List<String> expected = NOTHING.equals(words) ? List.of() : List.of(words.split("\\s+"));
                return new Check(number, at, group, check.group(1), expected);
            }
            Change change = CHANGES.get(words.replace('（', '(').replace('）', ')'));
            if (change != null) {
                return new Membership(number, at, group, who, change);
            }
            Matcher repeat = REPEAT.matcher(words.replace('（', '(').replace('）', ')'));
            if (repeat.matches()) {
                return new Repeat(number, at, group, Integer.parseInt(repeat.group(1)));
            }
            Matcher action = ACTION.matcher(words);
            if (action.matches()) {
                return new Action(number, at, group, who, action.group(1));
            }
            if (words.equals("[图片]")) {
                return new Say(number, at, group, who, "image", "", null);
            }
            if (VOICE.matcher(words).matches()) {
                return new Say(number, at, group, who, "voice", "", null);
            }
            Matcher forward = FORWARD.matcher(words);
            if (forward.matches()) {
                return new Say(number, at, group, who, "forward", forward.group(1), null);
            }
            Matcher recall = RECALL.matcher(words.replace('（', '(').replace('）', ')'));
            if (recall.matches()) {
                return new Say(number, at, group, who, "revoke", recall.group(1), null);
            }
            Matcher quote = QUOTE.matcher(words);
            if (quote.matches()) {
                return new Say(number, at, group, who, "text", quote.group(2), quote.group(1));
            }
            return new Say(number, at, group, who, "text", words, null);
        }

        /** No time means the same moment; a time before the last one needs a 日期 line first. */
        private void moment(String given) {
            int day = today == null ? 0 : (int) (today.toEpochDay() - first.toEpochDay());
            if (given.isEmpty()) {
                if (at == null) {
                    throw unreadable("time");
                }
                return;
            }
            if (!TIME.matcher(given).matches()) {
                throw unreadable("time");
            }
            LocalTime time;
            try {
                time = LocalTime.parse(given.indexOf(':') == 1 ? "0" + given : given);
            } catch (DateTimeParseException e) {
                throw unreadable("time");
            }
            Moment next = new Moment(day, time);
            if (at != null && next.compareTo(at) < 0) {
                throw unreadable("timeOrder");
            }
            at = next;
        }

        private Unreadable unreadable(String problem) {
            return new Unreadable(number, Texts.of("sandbox.transcript." + problem, String.valueOf(number)));
        }
    }
}
