package linli.bot.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import linli.bot.parsing.Level;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Utterance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules are sure of is not lost because everybody is chatting. */
class AmongChatTests {

    private final ThreadReader reader = new ThreadReader(
            new Parser(Lexicon.read(Path.of(System.getProperty("linli.config", "../config")).resolve("lexicon"))), ReaderModel.builtIn());

    @ParameterizedTest
    @ValueSource(strings = {"我家没水了", "我们也没电了", "44栋也停电了", "2单元电梯又停了", "单元门关不上了", "楼道灯坏了"})
    void staffAtLeastSeeIt(String words) {
        ThreadState state = ThreadState.EMPTY;
        Instant now = Instant.parse("2026-05-01T04:00:00Z");
        for (String chat : new String[] {"早", "哈哈哈", "刚才那个雷好响", "好想吃火锅"}) {
            Said said = new Said("m-" + chat, "", false, "12", now, Utterance.text(chat));
            state = state.after(said, reader.read(said, state), null);
            now = now.plusSeconds(40);
        }

        ThreadReading reading = reader.read(new Said("m-new", "", false, "12", now, Utterance.text(words)), state);

        assertThat(reading.line().level()).isGreaterThanOrEqualTo(Level.CANDIDATE);
        assertThat(reading.action()).isEqualTo(Action.OPEN);
    }
}
