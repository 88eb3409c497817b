package linli.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import linli.bot.text.Texts;
import linli.bot.time.Sweep;
import linli.bot.time.TimedWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Whatever a feature declares as a sweep happens by the clock, and people can read that it does. */
@SpringBootTest
class TimetableTests {

    @Autowired
    Timetable timetable;

    @Autowired
    TimedWork board;

    @Test
    void everySweepHasItsWordsAndNoWordsAreLeftOver() throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Texts.class.getResourceAsStream("/linli/bot/texts.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        List<String> told = words.stringPropertyNames().stream().filter(key -> key.startsWith("sweep.")).toList();

        assertThat(timetable.sweeps()).extracting(sweep -> "sweep." + sweep.name()).containsExactlyInAnyOrderElementsOf(told);
    }

    /** A rehearsal runs them in this order, so that a night is played the same way every time. */
    @Test
    void theMostFrequentComeFirst() {
        assertThat(timetable.sweeps()).isSortedAccordingTo(Comparator.comparing((Sweep sweep) -> sweep.every()).thenComparing(Sweep::name));
        assertThat(timetable.sweeps().get(0).name()).isEqualTo("announce-in-groups");
        assertThat(board.entries()).extracting(TimedWork.Entry::every).isSorted();
    }
}
