package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One line of {@code utterances.csv}: what was said, where, and how it must be read. */
record CorpusLine(int number, boolean exact, Utterance utterance, Context context, List<String> levels, List<String> intents,
        String category, String urgency, String place, String extra) {

    static final String[] COLUMNS = {"set", "context", "text", "level", "intent", "category", "urgency", "place", "extra"};

    static CorpusLine of(CsvFile.Row row) {
        Set<String> context = new LinkedHashSet<>(Arrays.asList(row.text("context").split(" ")));
        String building = context.stream().filter(word -> word.matches("[0-9]+")).findFirst().orElse(null);
        Utterance.Kind kind = context.contains("forward") ? Utterance.Kind.FORWARD : Utterance.Kind.TEXT;
        return new CorpusLine(
                row.line(),
                row.text("set").equals("D"),
                new Utterance(row.required("text").replace("\\n", "\n"), kind, context.contains("at")),
                new Context(building, context.contains("staff"), Place.NOWHERE, context.contains("lift") ? Category.ELEV : null),
                row.words("level"),
                row.words("intent"),
                row.text("category"),
                row.text("urgency"),
                row.text("place"),
                row.text("extra"));
    }

    Level level() {
        return Level.valueOf(levels.get(0));
    }

    boolean acceptsLevel(Understanding read) {
        return levels.contains(read.level().name());
    }

    boolean acceptsCategory(Understanding read) {
        return category.isEmpty() || Arrays.asList(category.split("\\|")).contains(join(read, t -> t.category().name()));
    }

    /** What differs from the expectation; empty when nothing does. */
    List<String> differences(Understanding read) {
        List<String> wrong = new ArrayList<>();
        expect(wrong, "level", acceptsLevel(read), levels, read.level());
        expect(wrong, "intent", intents.isEmpty() || intents.contains(read.intent().name()), intents, read.intent());
        expect(wrong, "category", acceptsCategory(read), category, join(read, t -> t.category().name()));
        String first = read.troubles().isEmpty() ? "" : read.troubles().get(0).urgency().name();
        expect(wrong, "urgency", urgency.isEmpty() || urgency.equals(first), urgency, first);
        String where = placeOf(read);
        expect(wrong, "place", place.isEmpty() || new TreeSet<>(List.of(place.split(" "))).equals(new TreeSet<>(List.of(where.split(" ")))), place, where);
        for (String wanted : extra.isEmpty() ? new String[0] : extra.split(" ")) {
            String key = wanted.substring(0, wanted.indexOf('='));
            String value = wanted.substring(key.length() + 1);
            String actual = actual(read, key);
            expect(wrong, key, value.equals(actual) || key.equals("flag") && List.of(actual.split(" ")).contains(value), value, actual);
        }
        return wrong;
    }

    private static void expect(List<String> wrong, String what, boolean holds, Object wanted, Object actual) {
        if (!holds) {
            wrong.add(what + " should be " + wanted + " but is " + actual);
        }
    }

    private static String actual(Understanding read, String key) {
        Trouble trouble = read.troubles().isEmpty() ? null : read.troubles().get(0);
        return switch (key) {
            case "reply" -> join(read, Trouble::reply);
            case "matter" -> join(read, Trouble::matter);
            case "thing" -> join(read, Trouble::thing);
            case "kind" -> join(read, Trouble::kind);
            case "source" -> join(read, t -> t.placeSource().name());
            case "restricted" -> trouble != null && trouble.restricted() ? "yes" : "no";
            case "urgent" -> trouble != null && trouble.urgent() ? "yes" : "no";
            case "follow" -> read.followUp() == null ? "none" : read.followUp().name();
            case "command" -> read.command() == null ? "none" : read.command().verb().name();
            case "number" -> read.command() == null ? "none" : Objects.toString(read.command().number(), "none");
            case "flag" -> read.flags().stream().map(Enum::name).collect(Collectors.joining(" "));
            default -> throw new IllegalArgumentException("no such expectation: " + key);
        };
    }

    private static String join(Understanding read, java.util.function.Function<Trouble, String> part) {
        return read.troubles().stream().map(part).collect(Collectors.joining("+"));
    }

    private String placeOf(Understanding read) {
        Place found = read.troubles().isEmpty() ? read.place() : read.troubles().get(0).place();
        List<String> parts = new ArrayList<>();
        found.buildings().forEach(b -> parts.add("b" + b));
        if (read.troubles().isEmpty() && found.buildings().isEmpty() && context.building() != null) {
            parts.add("b" + context.building());
        }
        found.units().forEach(u -> parts.add("u" + u));
        if (found.floor() != null) {
            parts.add("f" + found.floor());
        }
        if (found.room() != null) {
            parts.add("r" + found.room());
        }
        if (found.spot() != null) {
            parts.add(found.spot());
        }
        return String.join(" ", parts);
    }
}
