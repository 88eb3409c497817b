package linli.bot.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import linli.bot.parsing.Level;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People tell one trouble in three lines. */
class OneBreathTests {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final ThreadReader reader = new ThreadReader(
            new Parser(Lexicon.read(Path.of(System.getProperty("linli.config", "../config")).resolve("lexicon"))), ReaderModel.builtIn());
    private ThreadState state = ThreadState.EMPTY;
    private Instant now = NOON;

    @ParameterizedTest
    @CsvSource({
        "2单元三楼, 楼道灯, 坏了好几天了, corridor-lamp",
        "2单元, 三楼那个灯, 不亮了, corridor-lamp",
        "那个门, 单元门, '关不上了，2单元', unit-door",
        "师傅在不在, 2单元电梯, 又停了, lift-stopped",
    })
    void whatOnlyTheLastLineMakesClearIsReadWithTheLinesBefore(String first, String second, String third, String kind) {
        assertThat(hear("小李", first, 5).line().level()).isEqualTo(Level.CHAT);
        assertThat(hear("小李", second, 5).line().level()).isEqualTo(Level.CHAT);
        ThreadReading last = hear("小李", third, 5);

        assertThat(last.action()).isEqualTo(Action.OPEN);
        assertThat(last.line().level()).isEqualTo(Level.TICKET);
        assertThat(last.line().troubles()).extracting(Trouble::kind).containsExactly(kind);
        assertThat(last.line().troubles().get(0).place().units()).containsExactly("2");
        assertThat(last.begun()).isEqualTo(2);
        assertThat(last.line().spans()).as("only what stands in the line itself").allMatch(span -> third.contains(span.text()));
    }

    @Test
    void anotherPersonsLineIsNotTheBeginningOfMine() {
        hear("小李", "2单元电梯", 5);

        assertThat(hear("小王", "又停了", 5).line().level()).isNotEqualTo(Level.TICKET);
    }

    @Test
    void whoPausesForMinutesSaysSomethingElse() {
        hear("小李", "2单元电梯", 5);

        assertThat(hear("小李", "又停了", 300).begun()).isZero();
    }

    @Test
    void aNumberIsNotKeptWithTheGroup() {
        hear("小李", "13800138000", 5);

        assertThat(state.turns()).extracting(Turn::words).containsExactly((String) null);
        assertThat(state.begun("小李", now)).isEqualTo(List.of());
    }

    @Test
    void chatIsForgottenAsSoonAsNothingCanFollowIt() {
        hear("小李", "今天好热", 5);
        hear("小王", "就是", 240);

        assertThat(state.turns()).extracting(Turn::words).containsExactly("就是", null);
    }

    private ThreadReading hear(String speaker, String words, int later) {
        now = now.plus(Duration.ofSeconds(later));
        Said said = new Said(speaker, speaker, false, "40", now, Utterance.text(words));
        ThreadReading reading = reader.read(said, state);
        state = state.after(said, reading, reading.action() == Action.OPEN ? "T1" : reading.topic());
        return reading;
    }
}
