package linli.bot.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Utterance;
import linli.bot.thread.Action;
import linli.bot.thread.ReaderModel;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReader;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import org.junit.jupiter.api.Test;

/** The labelled talk can be read, and the reader understands what it never learnt from. The floors only rise. */
class CorpusTests {

    private static final Path CONFIG = Path.of(System.getProperty("linli.config", "../config"));

    private static final String HELD_OUT = "held-out.txt";
    private static final String HELD_OUT_CHAT = "held-out-chat.txt";

    @Test
    void theReaderUnderstandsThreadsItNeverSaw() {
        Scores scores = read(corpus().of(HELD_OUT::equals).threads());
        System.out.println(scores);

        assertThat(scores.requests.f1()).as("requests").isGreaterThanOrEqualTo(0.91);
        assertThat(scores.category()).as("category").isGreaterThanOrEqualTo(0.82);
        assertThat(scores.urgent.recall()).as("urgent, recall").isGreaterThanOrEqualTo(0.84);
        assertThat(scores.urgent.precision()).as("urgent, precision").isGreaterThanOrEqualTo(0.66);
        assertThat(scores.spans.f1()).as("places").isGreaterThanOrEqualTo(0.93);
        assertThat(scores.pairs().f1()).as("same ticket").isGreaterThanOrEqualTo(0.88);
        assertThat(scores.disturbed()).as("chat disturbed").isLessThanOrEqualTo(0.14);
    }

    @Test
    void chatBetweenTheLinesHidesNoRequest() {
        Scores scores = read(CrossTalk.amid(corpus().of(file -> file.equals(HELD_OUT) || file.equals(HELD_OUT_CHAT)).threads()));
        System.out.println("amid chat " + scores);

        assertThat(scores.requests.f1()).as("requests").isGreaterThanOrEqualTo(0.87);
        assertThat(scores.pairs().f1()).as("same ticket").isGreaterThanOrEqualTo(0.84);
        assertThat(scores.disturbed()).as("chat disturbed").isLessThanOrEqualTo(0.065);
    }

    @Test
    void ordinaryChatIsLeftAlone() {
        Scores scores = read(corpus().of(HELD_OUT_CHAT::equals).threads());
        System.out.println("chat " + scores);

        assertThat(scores.disturbed()).as("chat disturbed").isLessThanOrEqualTo(0.03);
    }

    @Test
    void laidBetweenOthersEveryLineOfAThreadKeepsItsOrder() {
        List<CorpusThread> threads = corpus().of(HELD_OUT::equals).threads();
        List<CorpusThread> chat = corpus().of(HELD_OUT_CHAT::equals).threads();
        List<CorpusThread> mixed = CrossTalk.amid(Stream.concat(threads.stream(), chat.stream()).toList());

        assertThat(mixed).isEqualTo(CrossTalk.amid(Stream.concat(threads.stream(), chat.stream()).toList()));
        assertThat(mixed).allSatisfy(thread -> assertThat(thread.lines()).isSortedAccordingTo(Comparator.comparing(CorpusLine::at)));
        assertThat(lines(mixed, HELD_OUT).stream().filter(line -> line.step().ticket() != null))
                .containsExactlyElementsOf(lines(threads, HELD_OUT).stream().filter(line -> line.step().ticket() != null).toList());
        assertThat(lines(mixed, HELD_OUT).size()).isGreaterThan(lines(threads, HELD_OUT).size());
    }

    private static List<CorpusLine> lines(List<CorpusThread> threads, String file) {
        return threads.stream().filter(thread -> thread.file().equals(file)).flatMap(thread -> thread.lines().stream()).toList();
    }

    private static Scores read(List<CorpusThread> threads) {
        ThreadReader reader = new ThreadReader(new Parser(Lexicon.read(CONFIG.resolve("lexicon"))), ReaderModel.builtIn());
        Scores scores = new Scores();
        Map<String, ThreadState> groups = new HashMap<>();
        int opened = 0;
        for (CorpusThread thread : threads) {
            for (CorpusLine line : thread.lines()) {
                Said said = new Said(line.nickname(), line.nickname(), line.staff(), null, line.at(), Utterance.text(line.text()));
                ThreadState state = groups.getOrDefault(thread.group(), ThreadState.EMPTY);
                ThreadReading reading = reader.read(said, state);
                String ticket = reading.action() == Action.OPEN ? "T" + opened++ : reading.topic();
                groups.put(thread.group(), state.after(said, reading, ticket));
                scores.take(thread, line, new Scores.Read(reading.intent(), reading.category(), reading.urgent(), reading.line().spans(), ticket));
            }
        }
        return scores;
    }

    @Test
    void everyKindOfTalkIsThereToLearnFrom() {
        List<CorpusLine> lines = corpus().threads().stream().flatMap(thread -> thread.lines().stream()).toList();

        for (linli.bot.parsing.Category category : linli.bot.parsing.Category.values()) {
            assertThat(lines.stream().filter(line -> line.category() == category && line.step().action() == Action.OPEN).count())
                    .as("tickets about " + category).isGreaterThan(80);
        }
        for (Action action : Action.values()) {
            assertThat(lines.stream().filter(line -> line.step().action() == action).count()).as("lines that " + action).isGreaterThan(80);
        }
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> Corpus.threadsOf("mine.txt", List.of("# group: 甲", "10:00 | 小王 | REPORT ELEV | 电梯坏了")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.txt, line 2");
        assertThatThrownBy(() -> Corpus.threadsOf("mine.txt", List.of("小王 | REPORT LIFT open1 | 电梯坏了")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LIFT");
    }

    private static Corpus corpus() {
        return Corpus.read(CONFIG.resolve("corpus"));
    }
}
