package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SandboxTest
class JsonApiTests {

    @Autowired
    Caller caller;

    @Autowired
    SandboxRunner runner;

    @AfterEach
    void switchFaultsOff() throws Exception {
        caller.call("DELETE", "/sandbox/api/faults", new byte[0]);
    }

    @Test
    void aNewNicknameJoinsBySpeaking() throws Exception {
        long seq = caller.say("20栋邻里群", "刚搬来的小何", "大家好").path("seq").asLong();

        assertThat(caller.lines("20栋邻里群", seq - 1)).singleElement().satisfies(line -> {
            assertThat(line.path("sender").asString()).isEqualTo("刚搬来的小何");
            assertThat(line.path("role").asString()).isEqualTo("resident");
            assertThat(line.path("route").isNull()).isTrue();
        });
        assertThat(caller.get("/sandbox/api/groups/" + Caller.encode("20栋邻里群")).body().path("members").toString())
                .contains("刚搬来的小何");
    }

    @Test
    void staffSpeakAsThemselvesByNameUseridOrOffice() throws Exception {
        long seq = caller.say("21栋邻里群", "网格员", "马上来").path("seq").asLong();
        caller.say("21栋邻里群", "物业", "已通知维修");
        caller.say("21栋邻里群", "qiantai2", "收到");

        assertThat(caller.lines("21栋邻里群", seq - 1))
                .extracting(line -> line.path("senderId").asString() + " " + line.path("role").asString())
                .containsExactly("wangge3 owner", "wuye property", "qiantai2 staff");
    }

    @Test
    void theSameMsgIdIsSaidOnce() throws Exception {
        Map<String, Object> message = Map.of("group", "22栋邻里群", "sender", "王姐", "text", "只说一次", "msgId", "mine-1");
        JsonNode first = caller.post("/sandbox/api/messages", message).body();
        JsonNode second = caller.post("/sandbox/api/messages", message).body();

        assertThat(first.path("msgId").asString()).isEqualTo("mine-1");
        assertThat(second).isEqualTo(first);
        assertThat(caller.lines("22栋邻里群", 0)).hasSize(1);
    }

    @Test
    void theAssistantsLineOfOneKeyIsOneLineEvenWhenTheAnswerWasLost() throws Exception {
        Map<String, Object> line = Map.of("key", "reply-7", "chatId", caller.chatId("23栋邻里群"), "text", "【已登记】23栋电梯");
        caller.post("/sandbox/api/faults", Map.of("path", "bot-lines", "loseAnswer", true, "times", 1));
        assertThatThrownBy(() -> caller.post("/sandbox/api/bot-lines", line)).isInstanceOf(IOException.class);

        JsonNode again = caller.post("/sandbox/api/bot-lines", line).body();

        assertThat(caller.lines("23栋邻里群", 0)).singleElement().satisfies(said -> {
            assertThat(said.path("msgId")).isEqualTo(again.path("messageId"));
            assertThat(said.path("route").asString()).isEqualTo("AUTO");
            assertThat(said.path("role").asString()).isEqualTo("bot");
        });
    }

    @Test
    void whateverAPersonMayWriteComesBackAsItWas() throws Exception {
        for (String text : new String[] {"坏".repeat(100 * 1024), "😀".repeat(3000), "<script>alert(1)</script>", "零\u0000字节", "一行\n两行"}) {
            long seq = caller.say("24栋邻里群", "<b>昵称</b>", text).path("seq").asLong();
            assertThat(caller.lines("24栋邻里群", seq - 1).get(0).path("text").asString()).isEqualTo(text);
        }
    }

    @Test
    void badCallsGetASentenceAndTheNearestNames() throws Exception {
        var unknown = caller.post("/sandbox/api/messages", Map.of("group", "12栋群", "sender", "王姐", "text", "在吗"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.error()).contains("12栋群").contains("12栋邻里群");
        assertThat(unknown.body().path("names").get(0).asString()).isEqualTo("12栋邻里群");

        refused(400, "UTF-8", caller.postBytes("/sandbox/api/messages", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
        refused(400, "JSON", caller.postBytes("/sandbox/api/messages", "{".getBytes()));
        refused(400, "JSON", caller.postBytes("/sandbox/api/messages", "[]".getBytes()));
        refused(400, "group", caller.post("/sandbox/api/messages", Map.of()));
        refused(400, "text", caller.post("/sandbox/api/messages", Map.of("group", "12栋邻里群", "sender", "王姐")));
        refused(400, "sender", caller.post("/sandbox/api/messages", Map.of("group", "12栋邻里群", "text", "x")));
        refused(400, "txet", caller.post("/sandbox/api/messages", Map.of("group", "12栋邻里群", "sender", "王姐", "kind", "txet")));
        refused(400, "上限", caller.post("/sandbox/api/messages", Map.of("group", "12栋邻里群", "sender", "王姐", "text", "长".repeat(102_401))));
        refused(413, "2 MB", caller.postBytes("/sandbox/api/messages", new byte[2 * 1024 * 1024 + 1]));
        refused(400, "名称", caller.post("/sandbox/api/messages", Map.of("group", "12栋邻里群", "sender", "坏\n名", "text", "x")));
        refused(404, "姓名", caller.post("/sandbox/api/owners/nobody/confirm", Map.of()));
        refused(400, "advance", caller.post("/sandbox/api/clock", Map.of("advance", "90秒")));
        refused(400, "slowMilis", caller.post("/sandbox/api/faults", Map.of("slowMilis", 5)));
        refused(404, "/sandbox/api", caller.get("/sandbox/api/nothing"));
        refused(405, "PUT", caller.call("PUT", "/sandbox/api/messages", new byte[0]));
    }

    private static void refused(int status, String word, Caller.Answer answer) {
        assertThat(answer.status()).as(answer.error()).isEqualTo(status);
        assertThat(answer.error()).contains(word);
    }

    @Test
    void onlyTheSpeakerRecallsAndOnlyOnce() throws Exception {
        String msgId = caller.say("25栋邻里群", "王姐", "说错了").path("msgId").asString();
        Map<String, Object> byOther = Map.of("group", "25栋邻里群", "sender", "李哥", "kind", "revoke", "revokes", msgId);
        Map<String, Object> byHer = Map.of("group", "25栋邻里群", "sender", "王姐", "kind", "revoke", "revokes", msgId);

        assertThat(caller.post("/sandbox/api/messages", byOther).status()).isEqualTo(400);
        assertThat(caller.post("/sandbox/api/messages", byHer).status()).isEqualTo(200);
        assertThat(caller.post("/sandbox/api/messages", byHer).status()).isEqualTo(409);
        assertThat(caller.lines("25栋邻里群", 0).get(0).path("recalled").asBoolean()).isTrue();
    }

    @Test
    void faultsActOnWhatTheProductCallsAsOftenAsTold() throws Exception {
        String token = "/cgi-bin/gettoken?corpid=wwsandbox0000000001&corpsecret=sandbox-app-secret";
        caller.post("/sandbox/api/faults", Map.of("path", "gettoken", "errcode", -1, "times", 2));
        assertThat(caller.get(token).body().path("errcode").asInt()).isEqualTo(-1);
        assertThat(caller.get(token).body().path("errcode").asInt()).isEqualTo(-1);
        assertThat(caller.get(token).body().path("errcode").asInt()).isZero();

        caller.post("/sandbox/api/faults", Map.of("down", true));
        assertThatThrownBy(() -> caller.get(token)).isInstanceOf(IOException.class);
        assertThat(caller.get("/sandbox/api/groups").status()).isEqualTo(200);
        caller.call("DELETE", "/sandbox/api/faults", new byte[0]);

        caller.post("/sandbox/api/faults", Map.of("rateLimit", 1));
        assertThat(caller.get(token).body().path("errcode").asInt()).isZero();
        assertThat(caller.get(token).body().path("errcode").asInt()).isEqualTo(45009);
    }

    @Test
    void theClockIsHeldMovedAndGivenBack() throws Exception {
        JsonNode held = caller.post("/sandbox/api/clock", Map.of("to", "2026-07-14 18:42:05", "hold", true)).body();
        assertThat(held.path("now").asString()).isEqualTo("2026-07-14T18:42:05+08:00");
        assertThat(caller.say("26栋邻里群", "王姐", "几点了").path("at").asString()).isEqualTo("2026-07-14T18:42:05+08:00");
        assertThat(caller.post("/sandbox/api/clock", Map.of("advance", "PT90S")).body().path("now").asString())
                .isEqualTo("2026-07-14T18:43:35+08:00");
        assertThat(caller.post("/sandbox/api/clock", Map.of("to", "07:30")).body().path("now").asString())
                .isEqualTo("2026-07-15T07:30:00+08:00");
        assertThat(caller.post("/sandbox/api/clock", Map.of("to", "real")).body().path("held").asBoolean()).isFalse();
    }

    @Test
    void aRestartKeepsAllThatWasSaidAndWhatWasAnswered() throws Exception {
        Map<String, Object> line = Map.of("key", "before-restart", "chatId", caller.chatId("27栋邻里群"), "text", "只有一句");
        JsonNode said = caller.post("/sandbox/api/bot-lines", line).body();
        runner.stop();
        runner.start();

        assertThat(caller.post("/sandbox/api/bot-lines", line).body()).isEqualTo(said);
        assertThat(caller.lines("27栋邻里群", 0)).hasSize(1);
    }

    @Test
    void pagesFromElsewhereAreKeptOut() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(caller.base + "/sandbox/api/groups")).header("Origin", "https://evil.example").build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);

        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(caller.base + "/")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("聊天沙箱");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
    }
}
