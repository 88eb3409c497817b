package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus read line by line. Its floors only rise. */
class ParserCorpusTests {

    private static final double TICKET_PRECISION = 0.97;
    private static final double NOTICED_RECALL = 0.96;
    private static final double EMERGENCY_RECALL = 0.98;
    private static final double CATEGORY = 0.95;
    private static final double KEPT_QUIET = 0.96;
    private static final Map<CorpusLine, Understanding> READ = new LinkedHashMap<>();

    @BeforeAll
    static void readTheCorpus(@TempDir Path folder) throws IOException {
        Path copy = folder.resolve("utterances.csv");
        try (InputStream corpus = ParserCorpusTests.class.getResourceAsStream("utterances.csv")) {
            Files.copy(corpus, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        for (CsvFile.Row row : CsvFile.read(copy, CorpusLine.COLUMNS).rows()) {
            CorpusLine line = CorpusLine.of(row);
            READ.put(line, Lexicons.parser().understand(line.utterance(), line.context()));
        }
    }

    @Test
    void everyLineOfTheSpecificationIsReadExactly() {
        List<String> wrong = new ArrayList<>();
        READ.forEach((line, read) -> {
            if (line.exact() && !line.differences(read).isEmpty()) {
                wrong.add(line.number() + " " + line.utterance().text() + " " + line.differences(read));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void theOtherLinesStayAboveTheFloors() {
        Map<Level, int[]> levels = new TreeMap<>();
        Map<String, int[]> categories = new TreeMap<>();
        int[] noticed = new int[2];
        int[] quiet = new int[2];
        StringBuilder misread = new StringBuilder();
        READ.forEach((line, read) -> {
            Level gold = line.acceptsLevel(read) ? read.level() : line.level();
            count(levels.computeIfAbsent(read.level(), l -> new int[3]), 0, gold == read.level());
            levels.computeIfAbsent(gold, l -> new int[3])[2]++;
            boolean wanted = line.level() != Level.CHAT;
            tally(wanted ? noticed : quiet, wanted == (read.level() != Level.CHAT));
            if (wanted && !line.category().isEmpty() && read.level() != Level.CHAT) {
                tally(categories.computeIfAbsent(line.category(), c -> new int[2]), line.acceptsCategory(read));
            }
            if (!line.differences(read).isEmpty()) {
                misread.append(line.number()).append(' ').append(line.utterance().text()).append(' ').append(line.differences(read)).append('\n');
            }
        });
        print(levels, categories, noticed, quiet, misread);

        assertThat(share(levels.get(Level.TICKET), 0, 1)).as("tickets that are tickets").isGreaterThanOrEqualTo(TICKET_PRECISION);
        assertThat(share(levels.get(Level.EMERGENCY), 0, 2)).as("emergencies seen").isGreaterThanOrEqualTo(EMERGENCY_RECALL);
        assertThat((double) noticed[0] / noticed[1]).as("requests noticed").isGreaterThanOrEqualTo(NOTICED_RECALL);
        assertThat((double) quiet[0] / quiet[1]).as("chat kept quiet").isGreaterThanOrEqualTo(KEPT_QUIET);
        int right = categories.values().stream().mapToInt(c -> c[0]).sum();
        int all = categories.values().stream().mapToInt(c -> c[1]).sum();
        assertThat((double) right / all).as("categories").isGreaterThanOrEqualTo(CATEGORY);
    }

    private static void count(int[] counts, int at, boolean right) {
        counts[at] += right ? 1 : 0;
        counts[at + 1]++;
    }

    private static void tally(int[] counts, boolean right) {
        count(counts, 0, right);
    }

    private static double share(int[] counts, int part, int whole) {
        return counts[whole] == 0 ? 1 : (double) counts[part] / counts[whole];
    }

    private static void print(Map<Level, int[]> levels, Map<String, int[]> categories, int[] noticed, int[] quiet, CharSequence misread) {
        StringBuilder out = new StringBuilder("parser corpus, " + READ.size() + " lines\n");
        levels.forEach((level, c) -> out.append(String.format("%-10s precision %.3f recall %.3f (%d)%n",
                level, share(c, 0, 1), share(c, 0, 2), c[2])));
        out.append(String.format("noticed    recall %.3f (%d), chat kept quiet %.3f (%d)%n",
                (double) noticed[0] / noticed[1], noticed[1], (double) quiet[0] / quiet[1], quiet[1]));
        categories.forEach((category, c) -> out.append(String.format("%-10s right %d of %d%n", category, c[0], c[1])));
        System.out.println(out.append(misread));
    }
}
