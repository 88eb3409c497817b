package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class CallbackTests {

    @Autowired
    Caller caller;

    @Autowired
    CallbackCatcher catcher;

    @Test
    void changesOfAGroupArriveEncryptedAndInOrder() throws Exception {
        caller.post("/sandbox/api/groups", Map.of("name", "临时群", "owner", "wangge4"));
        String chatId = caller.chatId("临时群");
        caller.post("/sandbox/api/groups/" + Caller.encode("临时群") + "/members", Map.of("nickname", "新来的"));
        caller.call("PATCH", "/sandbox/api/groups/" + Caller.encode("临时群"), "{\"name\":\"改名的群\"}".getBytes(StandardCharsets.UTF_8));
        caller.call("DELETE", "/sandbox/api/groups/" + Caller.encode("改名的群"), new byte[0]);

        await().untilAsserted(() -> assertThat(changes(chatId)).containsExactly("create ", "update add_member", "update change_name", "dismiss "));
        WxCpXmlMessage joined = of(chatId).get(1);
        assertThat(joined.getAllFieldsMap().get("MemChangeList").toString()).contains("wm");
        assertThat(joined.getEvent()).isEqualTo("change_external_chat");
    }

    @Test
    void aCallbackIsTriedThreeTimesAndTheNextOneStillComes() throws Exception {
        await().until(() -> catcher.tries.get() >= 0);
        caller.post("/sandbox/api/groups", Map.of("name", "先建的群", "owner", "wangge4"));
        String first = caller.chatId("先建的群");
        await().until(() -> !changes(first).isEmpty());

        catcher.failures.set(2);
        caller.post("/sandbox/api/groups/" + Caller.encode("先建的群") + "/members", Map.of("nickname", "第三次才到"));
        await().untilAsserted(() -> assertThat(changes(first)).contains("update add_member"));

        catcher.failures.set(3);
        caller.post("/sandbox/api/groups/" + Caller.encode("先建的群") + "/members", Map.of("nickname", "丢了"));
        caller.call("DELETE", "/sandbox/api/groups/" + Caller.encode("先建的群"), new byte[0]);
        await().untilAsserted(() -> assertThat(changes(first)).containsExactly("create ", "update add_member", "dismiss "));
    }

    @Test
    void theArchiveTellsThatItHasNews() throws Exception {
        caller.say("30栋邻里群", "王姐", "有人吗");

        await().until(() -> catcher.caught.stream().anyMatch(event -> "msgaudit_notify".equals(event.getEvent())));
    }

    private List<WxCpXmlMessage> of(String chatId) {
        return catcher.caught.stream().filter(event -> chatId.equals(event.getChatId())).toList();
    }

    private List<String> changes(String chatId) {
        return of(chatId).stream()
                .map(event -> event.getChangeType() + " " + (event.getUpdateDetail() == null ? "" : event.getUpdateDetail()))
                .toList();
    }
}
