package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class PlayTests {

    @Autowired
    Caller caller;

    @AfterEach
    void backToRealTime() throws Exception {
        caller.post("/sandbox/api/clock", Map.of("to", "real"));
    }

    @Test
    void peopleSpeakAtTheTranscriptsTimesAndEachExpectationIsReported() throws Exception {
        HttpResponse<String> played = play("""
                日期 2026-07-14
                18:42:05 | 40栋邻里群 | 张阿姨 | 电梯又停了
                18:42:31 |            | 张阿姨 | (撤回)
                18:43:35 |            | 小助手 | 【已登记】{n}
                19:10    |            | (沉默)
                """);

        assertThat(played.statusCode()).isEqualTo(200);
        // A day that another test has played already is played in a later week, and the first line says so.
        assertThat(played.body().lines().filter(line -> !line.contains("已经放过")).map(line -> line.replaceFirst("\\d\\d-\\d\\d ", "")).toList()).containsExactly(
                "  18:42:05 40栋邻里群 张阿姨：电梯又停了",
                "  18:42:31 40栋邻里群 张阿姨：（撤回了一条消息）",
                "✗ 18:43:35 40栋邻里群 芙蓉小助手：【已登记】{n}",
                "      小助手没有说话。",
                "✓ 19:10:00 40栋邻里群 (沉默)",
                "✗ 剧本放完：2 处期望，1 处不符合。");
        assertThat(caller.lines("40栋邻里群", 0)).anySatisfy(line -> {
            assertThat(line.path("at").asString()).endsWith("T18:42:05+08:00");
            assertThat(line.path("recalled").asBoolean()).isTrue();
        });
        assertThat(caller.get("/sandbox/api/clock").body().path("held").asBoolean()).isFalse();
    }

    @Test
    void aTranscriptThatCannotBePlayedIsRefusedBeforeAnybodySpeaks() throws Exception {
        assertThat(play("10:00 | 没有的群 | 甲 | 话").statusCode()).isEqualTo(404);
        assertThat(play("乱写").body()).contains("第 1 行");
    }

    private HttpResponse<String> play(String transcript) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(caller.base + "/sandbox/api/plays"))
                                .header("Accept", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(transcript))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
