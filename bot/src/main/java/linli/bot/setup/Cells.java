package linli.bot.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import linli.bot.text.Texts;

/** The cells of one row by their headings; what cannot be used is noted and read as nothing, so that reading goes on. */
final class Cells {

    private static final int LONGEST_NAME = 60;

    private final Sheet sheet;
    private final SheetRow row;
    private final Map<Column, Integer> places;
    private final List<CellProblem> problems;

    Cells(Sheet sheet, SheetRow row, Map<Column, Integer> places, List<CellProblem> problems) {
        this.sheet = sheet;
        this.row = row;
        this.places = places;
        this.problems = problems;
    }

    void problem(Column column, String key, Object... values) {
        problems.add(CellProblem.at(Texts.label(sheet), row.number(), Texts.label(column), key, values));
    }

    /** As it stands; null when empty. */
    String text(Column column) {
        return row.cells().get(places.get(column));
    }

    /** A name, code or number, its full-width figures and letters made half-width; null when empty. */
    String word(Column column) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        if (value.length() > LONGEST_NAME) {
            problem(column, "setup.problem.long", String.valueOf(LONGEST_NAME));
            return null;
        }
        return halfWidth(value);
    }

    static String halfWidth(String value) {
        return value.chars()
                .map(c -> c >= 0xFF10 && c <= 0xFF19 || c >= 0xFF21 && c <= 0xFF3A || c >= 0xFF41 && c <= 0xFF5A ? c - 0xFEE0 : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    String required(Column column) {
        String value = word(column);
        if (value == null && text(column) == null) {
            problem(column, "setup.problem.empty");
        }
        return value;
    }

    String requiredText(Column column) {
        String value = text(column);
        if (value == null) {
            problem(column, "setup.problem.empty");
        }
        return value;
    }

    /** A whole number within bounds; null when empty or unusable. */
    Integer number(Column column, int least, int most) {
        String value = word(column);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{1,7}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Integer.valueOf(value);
        }
        problem(column, "setup.problem.number", value, String.valueOf(least), String.valueOf(most));
        return null;
    }

    /** A constant by its Chinese word or its own name. */
    <E extends Enum<E>> E constant(Column column, E[] choices) {
        String value = word(column);
        return value == null ? null : named(column, value, choices);
    }

    /** Constants parted by 、 or a comma. */
    <E extends Enum<E>> Set<E> constants(Column column, E[] choices) {
        Set<E> found = new TreeSet<>();
        String value = required(column);
        if (value != null) {
            for (String word : split(value)) {
                E one = named(column, word, choices);
                if (one != null) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private <E extends Enum<E>> E named(Column column, String word, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(word) || Texts.label(choice).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    problem(column, "setup.problem.choice", word, Arrays.stream(choices).map(Texts::label).collect(Collectors.joining("、")));
                    return null;
                });
    }

    static List<String> split(String value) {
        return Arrays.stream(value.split("[、,，;；\\n]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
