package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTests {

    /** Generous: it only tells linear cost from a blow-up, on a busy machine too. */
    private static final Duration BOUNDED = Duration.ofSeconds(20);

    static List<String> endlessTexts() {
        return List.of(
                "电梯坏了".repeat(25_000),
                "1、".repeat(50_000),
                "3-".repeat(50_000),
                "一二三四".repeat(25_000),
                "A".repeat(100_000),
                "9".repeat(100_000),
                "水灯门路坑".repeat(20_000),
                "从楼上丢".repeat(25_000),
                "😀".repeat(10_000),
                "@小助手".repeat(25_000),
                "[".repeat(100_000),
                "「".repeat(100_000),
                "13812345678 ".repeat(8_000),
                "渝A12345 ".repeat(10_000),
                "好了没".repeat(33_000),
                "停车场".repeat(33_000));
    }

    @ParameterizedTest
    @MethodSource("endlessTexts")
    void anEndlessTextIsReadInBoundedTime(String text) {
        assertTimeoutPreemptively(BOUNDED, () -> {
            assertThat(understand(text)).isNotNull();
            PersonalData.find(text);
        });
    }

    @Test
    void nonsenseNeverThrows() {
        Random random = new Random(7);
        String alphabet = "3栋2单元-、#A一二十负顶楼层电梯坏了没水停又@[]【】「」\n\u0000\uD83D\uDE00\uFFFD\u200B。？，：.1 ０９Ｚ好了没";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Understanding read = understand(text.toString());
            assertThat(read.spans()).allSatisfy(span ->
                    assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()));
        }
    }

    @Test
    void emptyLinesAndOtherKindsMeanNothing() {
        assertThat(understand("").level()).isEqualTo(Level.CHAT);
        assertThat(understand(" \n\u0000").level()).isEqualTo(Level.CHAT);
        Utterance image = new Utterance("电梯坏了", Utterance.Kind.IMAGE, false);
        assertThat(Lexicons.parser().understand(image, Context.ofBuilding("12")).level()).isEqualTo(Level.CHAT);
    }

    private static Understanding understand(String text) {
        return Lexicons.parser().understand(Utterance.text(text), Context.ofBuilding("12"));
    }
}
