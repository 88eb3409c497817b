package linli.bot.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Span;
import linli.bot.thread.Action;

/**
 * Reads corpus files. A line is {@code HH:MM | nickname | INTENT CATEGORY ACTION | text}; see {@code
 * config/corpus/README.md} for the whole form.
 */
public final class Corpus {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGINNING = Instant.parse("2026-03-01T01:00:00Z");
    /** Hours between the threads of a file, in turn: a group's next trouble comes soon or days later. */
    private static final double[] GAPS = {0.6, 2, 5, 11, 23, 30};
    private static final Pattern GROUP = Pattern.compile("#\\s*group:\\s*(\\S+).*");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final Pattern LABELS = Pattern.compile("(REPORT|COMPLAINT|CONSULT|SUGGEST|CHAT|AD|NOTICE)\\b.*");
    private static final Pattern STEP = Pattern.compile("([a-z]+)(\\d*)");
    private static final Pattern SPAN = Pattern.compile("\\{([bufrdp]):([^{}]*)}");

    private final List<CorpusThread> threads;

    private Corpus(List<CorpusThread> threads) {
        this.threads = List.copyOf(threads);
    }

    /**
     * Reads every {@code .txt} file of a folder in the order of their names.
     *
     * @throws IllegalArgumentException naming file and line when a line cannot be read
     */
    public static Corpus read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<CorpusThread> threads = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                threads.addAll(threadsOf(file.getFileName().toString(), Files.readAllLines(file)));
            }
            return new Corpus(threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<CorpusThread> threads() {
        return threads;
    }

    /** The threads of some files only. */
    public Corpus of(Predicate<String> file) {
        return new Corpus(threads.stream().filter(thread -> file.test(thread.file())).toList());
    }

    static List<CorpusThread> threadsOf(String file, List<String> lines) {
        Reader reader = new Reader(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.take(lines.get(i), i + 1);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        reader.endThread();
        return reader.threads;
    }

    private static final class Reader {

        private final String file;
        private final List<CorpusThread> threads = new ArrayList<>();
        private String group = "";
        private Instant last = BEGINNING;
        private List<CorpusLine> current = new ArrayList<>();
        private final Set<String> opened = new HashSet<>();

        Reader(String file) {
            this.file = file;
        }

        void take(String line, int number) {
            if (line.isBlank()) {
                endThread();
            } else if (line.startsWith("#")) {
                Matcher named = GROUP.matcher(line);
                if (named.matches()) {
                    endThread();
                    group = named.group(1);
                }
            } else {
                current.add(read(line, number));
            }
        }

        void endThread() {
            if (!current.isEmpty()) {
                threads.add(new CorpusThread(file, group, List.copyOf(current)));
                current = new ArrayList<>();
                opened.clear();
                last = last.plusSeconds((long) (GAPS[threads.size() % GAPS.length] * 3600));
            }
        }

        private CorpusLine read(String line, int number) {
            String rest = line;
            String first = head(rest);
            Instant at = last.plus(Duration.ofMinutes(current.isEmpty() ? 0 : 1));
            if (TIME.matcher(first).matches()) {
                at = next(LocalTime.parse(first));
                rest = tail(rest);
            }
            String nickname = head(rest);
            rest = tail(rest);
            String labels = "CHAT";
            if (rest.indexOf('|') >= 0 && LABELS.matcher(head(rest)).matches()) {
                labels = head(rest);
                rest = tail(rest);
            }
            last = at;
            return labelled(at, nickname, labels.split("\\s+"), rest.strip(), number);
        }

        /** A time of day earlier than the last is the next day's. */
        private Instant next(LocalTime time) {
            ZonedDateTime day = last.atZone(ZONE);
            ZonedDateTime at = day.with(time);
            boolean minuteAgo = at.plusMinutes(1).isAfter(day);
            return (minuteAgo ? at : at.plusDays(1)).toInstant();
        }

        private CorpusLine labelled(Instant at, String nickname, String[] labels, String marked, int number) {
            if (labels.length != 1 && labels.length != 3) {
                throw new IllegalArgumentException("labels are INTENT CATEGORY ACTION, not " + String.join(" ", labels));
            }
            List<Intent> intents = Stream.of(labels[0].split("/")).map(Intent::valueOf).toList();
            String about = labels.length == 1 ? "-" : labels[1];
            List<Category> categories = new ArrayList<>();
            for (String name : about.replace("!", "").replace("?", "").split("/")) {
                categories.add(name.equals("-") ? null : Category.valueOf(name));
            }
            List<CorpusLine.Step> steps = Stream.of((labels.length == 1 ? "ignore" : labels[2]).split("/")).map(this::step).toList();
            List<Span> spans = new ArrayList<>();
            String text = plain(marked, spans);
            boolean staff = nickname.startsWith("*");
            return new CorpusLine(at, staff ? nickname.substring(1) : nickname, staff, text, intents,
                    Collections.unmodifiableList(categories), about.indexOf('!') >= 0, about.indexOf('?') >= 0, steps, spans, number);
        }

        private CorpusLine.Step step(String said) {
            Matcher step = STEP.matcher(said);
            if (!step.matches()) {
                throw new IllegalArgumentException("no action: " + said);
            }
            Action action = Action.valueOf(step.group(1).toUpperCase(Locale.ROOT));
            String ticket = step.group(2).isEmpty() ? null : step.group(2);
            if (action == Action.IGNORE != (ticket == null)) {
                throw new IllegalArgumentException("an action other than ignore needs a ticket: " + said);
            }
            return new CorpusLine.Step(action, ticket);
        }

        private static String plain(String marked, List<Span> spans) {
            StringBuilder text = new StringBuilder();
            Matcher span = SPAN.matcher(marked);
            int from = 0;
            while (span.find()) {
                text.append(marked, from, span.start());
                int start = text.length();
                text.append(span.group(2));
                spans.add(new Span(label(span.group(1).charAt(0)), start, text.length(), span.group(2)));
                from = span.end();
            }
            return text.append(marked, from, marked.length()).toString().replace("\\n", "\n");
        }

        private static Span.Label label(char letter) {
            return switch (letter) {
                case 'b' -> Span.Label.BUILDING;
                case 'u' -> Span.Label.UNIT;
                case 'f' -> Span.Label.FLOOR;
                case 'r' -> Span.Label.ROOM;
                case 'd' -> Span.Label.ROAD;
                default -> Span.Label.PLACE;
            };
        }

        private static String head(String text) {
            int bar = text.indexOf('|');
            if (bar < 0) {
                throw new IllegalArgumentException("a line is TIME | nickname | LABELS | text");
            }
            return text.substring(0, bar).strip();
        }

        private static String tail(String text) {
            return text.substring(text.indexOf('|') + 1);
        }
    }
}
