package linli.bot.parsing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how well the numbers of postal addresses are read; started by {@code scripts/bench address FILE}. The file
 * has one JSON object a line: {@code text}, and what is right in {@code building, unit, floor, room}, lists of strings.
 */
public final class AddressBench {

    private static final List<Span.Label> LABELS = List.of(Span.Label.BUILDING, Span.Label.UNIT, Span.Label.FLOOR, Span.Label.ROOM);

    private final Map<Span.Label, Count> counts = new EnumMap<>(Span.Label.class);

    /** Spans found and right, found and wrong, and missed. */
    private static final class Count {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }
    }

    private AddressBench() {
        LABELS.forEach(label -> counts.put(label, new Count()));
    }

    /** Arguments: the file; a second one, {@code errors}, shows each address that was misread. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || !Files.isReadable(Path.of(arguments[0]))) {
            System.err.println("usage: scripts/bench address FILE.jsonl, a readable file");
            System.exit(2);
        }
        AddressBench bench = new AddressBench();
        boolean errors = arguments.length > 1 && arguments[1].equals("errors");
        JsonMapper json = JsonMapper.builder().build();
        int lines = 0;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank()) {
                bench.measure(json.readTree(line), errors);
                lines++;
            }
        }
        System.out.printf("address: %d addresses%n", lines);
        LABELS.forEach(bench::print);
    }

    private void measure(JsonNode address, boolean errors) {
        String said = address.get("text").asString();
        List<Span> spans = AddressScanner.scan(Line.of(said).text()).spans();
        for (Span.Label label : LABELS) {
            List<String> expected = new ArrayList<>();
            address.get(nameOf(label)).forEach(node -> expected.add(node.asString()));
            Count count = counts.get(label);
            List<String> wrong = new ArrayList<>();
            for (Span span : spans) {
                if (span.label() == label) {
                    String text = said.substring(span.start(), span.end());
                    if (expected.remove(text)) {
                        count.right++;
                    } else {
                        count.wrong++;
                        wrong.add(text);
                    }
                }
            }
            count.missed += expected.size();
            if (errors && !(expected.isEmpty() && wrong.isEmpty())) {
                System.out.printf("%s: wrong %s, missed %s in %s%n", nameOf(label), wrong, expected, said);
            }
        }
    }

    private void print(Span.Label label) {
        Count count = counts.get(label);
        System.out.printf("%-9s P %.3f R %.3f F1 %.3f (gold %d)%n", nameOf(label), count.precision(), count.recall(), count.f1(),
                count.right + count.missed);
    }

    private static String nameOf(Span.Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
