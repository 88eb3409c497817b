package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant SAID = LocalDateTime.parse("2026-07-14T18:42").atZone(ZONE).toInstant();

    @ParameterizedTest
    @CsvSource({
        "2单元电梯又停了 等了十分钟了, 2026-07-14T18:32",
        "昨晚十点起就没水, 2026-07-13T22:00",
        "从昨天下午就没得气, 2026-07-13T14:00",
        "今早开始一直漏, 2026-07-14T07:00",
        "垃圾三天没收了, 2026-07-11T18:42",
        "那盏灯坏了两个多月了, 2026-05-15T18:42",
        "停了一个小时了, 2026-07-14T17:42",
        "前天早上八点半开始的, 2026-07-12T08:30",
        "等了45分钟还没来, 2026-07-14T17:57"
    })
    void theWordsSaySinceWhen(String text, LocalDateTime expected) {
        Since since = Since.in(text);

        assertThat(since).as(text).isNotNull();
        assertThat(LocalDateTime.ofInstant(since.at(SAID, ZONE), ZONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"电梯坏了", "三点钟开会", "8月停过水", "今天天气好", "2栋3单元的灯", "十分钟后到"})
    void otherTimesSayNothingOfIt(String text) {
        assertThat(Since.in(text)).isNull();
    }

    @Test
    void anEndlessTextCostsLittle() {
        assertThat(Since.in("一".repeat(100_000))).isNull();
    }
}
