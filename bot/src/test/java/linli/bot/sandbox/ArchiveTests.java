package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SandboxTest
class ArchiveTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Caller caller;

    @AfterEach
    void switchFaultsOff() throws Exception {
        caller.call("DELETE", "/sandbox/api/faults", new byte[0]);
    }

    @Test
    void anItemIsUnwrappedWithItsVersionsPrivateKey() throws Exception {
        long before = lastSeq();
        caller.say("3栋邻里群", "张阿姨", "电梯又停了😮");

        JsonNode plain = open(pull(before, 10).get(0));

        assertThat(plain.path("text").path("content").asString()).isEqualTo("电梯又停了😮");
        assertThat(plain.path("action").asString()).isEqualTo("send");
        assertThat(plain.path("msgtype").asString()).isEqualTo("text");
        assertThat(plain.path("roomid").asString()).isEqualTo(caller.chatId("3栋邻里群"));
        assertThat(plain.path("from").asString()).startsWith("wm");
        assertThat(plain.path("tolist")).isNotEmpty();
        assertThat(plain.path("msgtime").asLong()).isPositive();
    }

    @Test
    void afterARotationOldItemsStayUnderTheirKeyAndNewOnesComeUnderTheNext() throws Exception {
        long before = lastSeq();
        caller.say("3栋邻里群", "李哥", "旧钥匙");
        int version = caller.post("/sandbox/api/keys/rotate", Map.of()).body().path("publickey_ver").asInt();
        caller.say("3栋邻里群", "李哥", "新钥匙");

        List<JsonNode> items = pull(before, 10);

        assertThat(items).extracting(item -> item.path("publickey_ver").asInt()).containsExactly(version - 1, version);
        assertThat(open(items.get(0)).path("text").path("content").asString()).isEqualTo("旧钥匙");
        assertThat(open(items.get(1)).path("text").path("content").asString()).isEqualTo("新钥匙");
    }

    @Test
    void whoHasNotConsentedIsLikeASilentOne() throws Exception {
        long before = lastSeq();
        String members = "/sandbox/api/groups/" + Caller.encode("4栋邻里群") + "/members";
        caller.post(members, Map.of("nickname", "不同意的人", "consented", false));
        caller.say("4栋邻里群", "不同意的人", "没人听得到");
        caller.call("PATCH", members + "/" + Caller.encode("不同意的人"), "{\"consented\":true}".getBytes(StandardCharsets.UTF_8));
        caller.say("4栋邻里群", "不同意的人", "现在听得到了");

        List<JsonNode> items = pull(before, 10);

        assertThat(items).hasSize(2);
        assertThat(open(items.get(0)).path("msgtype").asString()).isEqualTo("agree");
        assertThat(open(items.get(1)).path("text").path("content").asString()).isEqualTo("现在听得到了");
        assertThat(caller.lines("4栋邻里群", before)).extracting(line -> line.path("text").asString())
                .containsExactly("没人听得到", "现在听得到了");
    }

    @Test
    void aRecallNamesTheRecalledMessageAndAQuoteStandsInsideTheContent() throws Exception {
        long before = lastSeq();
        String msgId = caller.say("5栋邻里群", "王姐", "说错了").path("msgId").asString();
        caller.post("/sandbox/api/messages", Map.of("group", "5栋邻里群", "sender", "刘叔", "text", "几楼哦", "quote", msgId));
        caller.post("/sandbox/api/messages", Map.of("group", "5栋邻里群", "sender", "王姐", "kind", "revoke", "revokes", msgId));

        List<JsonNode> items = pull(before, 10);

        assertThat(open(items.get(1)).path("text").path("content").asString()).startsWith("「王姐：说错了」\n").endsWith("\n几楼哦");
        JsonNode recall = open(items.get(2));
        assertThat(recall.path("action").asString()).isEqualTo("recall");
        assertThat(recall.path("revoke").path("pre_msgid").asString()).isEqualTo(msgId);
    }

    @Test
    void everyKindHasItsBodyAndAStrangeOneHasAStrangeType() throws Exception {
        long before = lastSeq();
        for (String kind : List.of("image", "voice", "video", "file", "link", "forward", "sticker", "location", "unknown")) {
            caller.post("/sandbox/api/messages", Map.of("group", "6栋邻里群", "sender", "王姐", "kind", kind, "text", "物件"));
        }

        List<String> types = new ArrayList<>();
        for (JsonNode item : pull(before, 20)) {
            JsonNode plain = open(item);
            types.add(plain.path("msgtype").asString());
            assertThat(plain.path(plain.path("msgtype").asString()).isObject()).isTrue();
        }
        assertThat(types).containsExactly(
                "image", "voice", "video", "file", "link", "chatrecord", "emotion", "location", "hologram");
    }

    @Test
    void aBrokenItemBreaksNoOther() throws Exception {
        long before = lastSeq();
        caller.post("/sandbox/api/faults", Map.of("badItem", "key"));
        caller.say("7栋邻里群", "王姐", "坏钥匙");
        caller.post("/sandbox/api/faults", Map.of("badItem", "body"));
        caller.say("7栋邻里群", "王姐", "坏正文");
        caller.say("7栋邻里群", "王姐", "好的");

        List<JsonNode> items = pull(before, 10);

        assertThatThrownBy(() -> open(items.get(0))).isNotNull();
        assertThatThrownBy(() -> open(items.get(1))).isInstanceOf(AEADBadTagException.class);
        assertThat(open(items.get(2)).path("text").path("content").asString()).isEqualTo("好的");
    }

    @Test
    void aPullHoldsAtMostAThousandAndGoesOnWhereItEnded() throws Exception {
        long before = lastSeq();
        for (int i = 0; i < 1005; i++) {
            caller.say("8栋邻里群", "话多的人", "第" + i + "句");
        }

        List<JsonNode> first = pull(before, 1000);
        List<JsonNode> rest = pull(first.get(999).path("seq").asLong(), 1000);

        assertThat(first).hasSize(1000);
        assertThat(rest).hasSize(5);
        assertThat(archive("seq=0&limit=1001").path("errcode").asInt()).isEqualTo(10000);
        assertThat(archive("seq=0&limit=0").path("errcode").asInt()).isEqualTo(10000);
        assertThat(archive("seq=x").path("errcode").asInt()).isEqualTo(10000);
    }

    /** Else a reader that has seen a later number would never look for the earlier one. */
    @Test
    void noNumberAppearsBelowOneThatWasReadAlready() throws Exception {
        long before = lastSeq();
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> talk = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String text = "并发" + i;
                talk.add(() -> caller.say("9栋邻里群", "人" + text.hashCode() % 7, text));
            }
            List<Long> read = new ArrayList<>();
            var all = crowd.submit(() -> crowd.invokeAll(talk));
            long cursor = before;
            while (!all.isDone() || !pull(cursor, 1000).isEmpty()) {
                for (JsonNode item : pull(cursor, 1000)) {
                    cursor = item.path("seq").asLong();
                    read.add(cursor);
                }
            }
            assertThat(read).hasSize(60).isSorted().doesNotHaveDuplicates();
        } finally {
            crowd.shutdownNow();
        }
    }

    private long lastSeq() throws Exception {
        long last = 0;
        List<JsonNode> items = pull(0, 1000);
        while (!items.isEmpty()) {
            last = items.get(items.size() - 1).path("seq").asLong();
            items = pull(last, 1000);
        }
        return last;
    }

    private List<JsonNode> pull(long seq, int limit) throws Exception {
        return List.copyOf(archive("seq=" + seq + "&limit=" + limit).path("chatdata").values());
    }

    private JsonNode archive(String query) throws Exception {
        return caller.get("/sandbox/archive?" + query + "&access_token=" + token()).body();
    }

    private String token() throws Exception {
        return caller.get("/cgi-bin/gettoken?corpid=wwsandbox0000000001&corpsecret=sandbox-archive-secret")
                .body()
                .path("access_token")
                .asString();
    }

    private JsonNode open(JsonNode item) throws Exception {
        String pem = null;
        for (JsonNode key : caller.get("/sandbox/keys?access_token=" + token()).body().path("keys")) {
            if (key.path("publickey_ver").asInt() == item.path("publickey_ver").asInt()) {
                pem = key.path("private_key").asString();
            }
        }
        String key = WxCpCryptUtil.decryptPriKey(item.path("encrypt_random_key").asString(), pem, 2);
        byte[] sealed = Base64.getDecoder().decode(item.path("encrypt_chat_msg").asString());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
        return JSON.readTree(cipher.doFinal(sealed, 12, sealed.length - 12));
    }
}
