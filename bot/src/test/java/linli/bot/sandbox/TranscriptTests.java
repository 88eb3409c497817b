package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTests {

    @Test
    void linesExpectationsAndSilenceAreToldApart() {
        Transcript transcript = Transcript.read("""
                # 说明
                日期 2026-07-14
                设置 settle=90s gap=10m

                18:42:05 | 12栋邻里群 | 张阿姨 | 电梯又停了
                         |            | 王姐   | [图片]
                         |            | 李哥   | 「张阿姨：电梯又停了」 2单元那部
                         |            | 李哥   | (撤回)
                18:43:35 |            | 小助手 | 【已登记】单号 {n}
                18:51    |            | 网格员 | 操作：受理
                日期 2026-07-15
                07:30    | 15栋邻里群 | (沉默)
                         |            | (工单) | 待受理 3人
                         |            | (卡片) | 没有
                         |            | 小周   | (进群)
                         |            | 小周   | [语音 12″]
                         |            | 小周   | [转发] 水管爆了
                """);

        assertThat(transcript.date()).isEqualTo(LocalDate.of(2026, 7, 14));
        assertThat(transcript.settings()).containsEntry("settle", "90s").containsEntry("gap", "10m");
        assertThat(transcript.steps()).extracting(step -> step.getClass().getSimpleName())
                .containsExactly("Say", "Say", "Say", "Say", "Expect", "Action", "Silence", "Check", "Check", "Membership", "Say", "Say");
        assertThat(transcript.steps()).extracting(Transcript.Step::line).containsExactly(5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17);
        assertThat(transcript.steps().get(2)).isEqualTo(new Transcript.Say(
                7, transcript.steps().get(0).at(), "12栋邻里群", "李哥", "text", "2单元那部", "张阿姨：电梯又停了"));
        assertThat(transcript.steps().get(7)).isInstanceOfSatisfying(
                Transcript.Check.class, check -> assertThat(check.words()).containsExactly("待受理", "3人"));
        assertThat(transcript.steps().get(8)).isInstanceOfSatisfying(Transcript.Check.class, check -> assertThat(check.words()).isEmpty());
        assertThat(transcript.steps().get(6).at().on(transcript.date())).isEqualTo(LocalDateTime.of(2026, 7, 15, 7, 30));
    }

    @Test
    void anExpectationIsMetByteForByteExceptForItsWildcards() {
        var expect = (Transcript.Expect) Transcript.read("10:00 | 群 | 小助手 | 【已登记】{地点}电梯（{n}）。").steps().get(0);

        assertThat(expect.match("【已登记】12栋电梯（260714-031）。", Map.of())).contains(Map.of("n", "260714-031"));
        assertThat(expect.match("【已登记】12栋电梯（今天）。", Map.of())).isEmpty();
        assertThat(expect.match("【已登记】12栋电梯（260714-031）", Map.of())).isEmpty();
        assertThat(expect.match("【已登记】电梯（260714-031）。", Map.of())).isEmpty();
    }

    @Test
    void aNumberHeardOnceIsTheSameEverAfter() {
        var expect = (Transcript.Expect) Transcript.read("10:00 | 群 | 小助手 | 【已办结】{n}。没解决请回复“没解决 {n尾号}”。").steps().get(0);
        Map<String, String> heard = Map.of("n", "260714-031");

        assertThat(expect.match("【已办结】260714-031。没解决请回复“没解决 031”。", heard)).isPresent();
        assertThat(expect.match("【已办结】260714-032。没解决请回复“没解决 032”。", heard)).isEmpty();
        assertThat(expect.match("【已办结】260714-031。没解决请回复“没解决 032”。", heard)).isEmpty();
        assertThat(Transcript.filled("没解决 {n尾号}，{n} 又停了，{别的}", heard)).isEqualTo("没解决 031，260714-031 又停了，{别的}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "12栋邻里群 | 张阿姨 | 电梯又停了; 第 1 行", "| 群 | 张阿姨 | 话; 时间", "25:00 | 群 | 张阿姨 | 话; 时间",
        "10:00 | | 张阿姨 | 话; 哪个群", "10:00 | 群 | 张阿姨 |; 不能空着", "日期 昨天; 2026-07-14", "设置 快一点; settle", "# 空的; 一行对话也没有"
    })
    void aMistakeIsToldWithItsLine(String text, String words) {
        assertThatThrownBy(() -> Transcript.read(text)).isInstanceOf(Transcript.Unreadable.class).hasMessageContaining(words);
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatThrownBy(() -> Transcript.read("10:00 | 群 | 甲 | 话\n09:59 | 群 | 甲 | 话"))
                .isInstanceOfSatisfying(Transcript.Unreadable.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void everyShippedScenarioCanBeRead() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("linli.config"), "scenarios"))) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".chat")).toList();
            assertThat(scenarios).isNotEmpty().allSatisfy(file -> assertThat(Transcript.read(Files.readString(file)).steps()).isNotEmpty());
        }
    }
}
