package linli.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WxJava against the sandbox: what the product will meet. */
@SandboxTest
class ProtocolTests {

    @Autowired
    Caller caller;

    WxCpService service;
    WxCpExternalContactService contacts;

    @BeforeEach
    void connect() {
        service = WxJavaClient.at(caller.base);
        contacts = service.getExternalContactService();
    }

    @AfterEach
    void switchFaultsOff() throws Exception {
        caller.call("DELETE", "/sandbox/api/faults", new byte[0]);
    }

    @Test
    void allGroupsAreListedPageByPage() throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = contacts.listGroupChat(25, cursor, 0, null);
            assertThat(page.getGroupChatList()).hasSizeLessThanOrEqualTo(25);
            page.getGroupChatList().forEach(chat -> ids.add(chat.getChatId()));
            cursor = page.getNextCursor();
        } while (cursor != null && !cursor.isEmpty());

        assertThat(ids).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates().allMatch(id -> id.startsWith("wr"));
    }

    @Test
    void aGroupTellsItsOwnerAndMembers() throws Exception {
        var chat = contacts.getGroupChat(caller.chatId("15栋邻里群"), 1).getGroupChat();

        assertThat(chat.getName()).isEqualTo("15栋邻里群");
        assertThat(chat.getOwner()).isEqualTo("fuwang2");
        assertThat(chat.getMemberList()).anyMatch(member -> member.getType() == 1 && member.getUserId().equals("wuye"));
        assertThat(chat.getMemberList()).anyMatch(member -> member.getType() == 2 && member.getUserId().startsWith("wm"));
        refuses(40050, () -> contacts.getGroupChat("wrNobody", 1));
    }

    @Test
    void wrongSecretsAndTokensAreToldApart() throws Exception {
        refuses(40001, () -> WxJavaClient.at(caller.base, "wrong").getAccessToken());
        assertThat(caller.post("/cgi-bin/message/send", Map.of()).body().path("errcode").asInt()).isEqualTo(41001);
        assertThat(caller.post("/cgi-bin/message/send?access_token=guess", Map.of()).body().path("errcode").asInt()).isEqualTo(40014);
        String archiveToken = WxJavaClient.at(caller.base, "sandbox-archive-secret").getAccessToken();
        assertThat(caller.post("/cgi-bin/message/send?access_token=" + archiveToken, Map.of()).body().path("errcode").asInt())
                .isEqualTo(48002);
    }

    @Test
    void aTokenRevokedEarlyIsFetchedAnewByTheClient() throws Exception {
        String before = service.getAccessToken();
        caller.post("/sandbox/api/faults", Map.of("expireTokens", true));

        contacts.listGroupChat(1, null, 0, null);

        assertThat(service.getAccessToken()).isNotEqualTo(before);
    }

    @Test
    void nothingIsSentBeforeTheOwnerConfirmsAndThenEachGroupGetsItOnce() throws Exception {
        List<String> chats = List.of(caller.chatId("46栋邻里群"), caller.chatId("47栋邻里群"), caller.chatId("1栋邻里群"));
        var result = contacts.addMsgTemplate(template("wangge6", chats, "【停水通知】46栋、47栋明天停水"));
        assertThat(result.getFailList()).containsExactly(chats.get(2));
        assertThat(caller.lines("46栋邻里群", 0)).isEmpty();
        assertThat(contacts.getGroupMsgTask(result.getMsgId(), 10, null).getTaskList().get(0).getStatus()).isZero();
        assertThat(results(result.getMsgId(), "wangge6")).containsExactly(0, 0);

        caller.post("/sandbox/api/owners/wangge6/confirm", Map.of("msgid", result.getMsgId()));
        caller.post("/sandbox/api/owners/" + Caller.encode("唐哥") + "/confirm", Map.of());

        assertThat(contacts.getGroupMsgTask(result.getMsgId(), 10, null).getTaskList().get(0).getStatus()).isEqualTo(2);
        assertThat(results(result.getMsgId(), "wangge6")).containsExactly(1, 1);
        assertThat(caller.lines("46栋邻里群", 0)).singleElement().satisfies(line -> {
            assertThat(line.path("text").asString()).isEqualTo("【停水通知】46栋、47栋明天停水");
            assertThat(line.path("route").asString()).isEqualTo("OWNER_CONFIRM");
            assertThat(line.path("role").asString()).isEqualTo("owner");
        });
        assertThat(caller.lines("47栋邻里群", 0)).hasSize(1);
        assertThat(caller.lines("1栋邻里群", 0)).isEmpty();
    }

    @Test
    void aGroupOverItsMonthlyShareFailsAloneWithStatusThree() throws Exception {
        caller.post("/sandbox/api/faults", Map.of("quotaExhausted", List.of("48栋邻里群")));
        var result = contacts.addMsgTemplate(
                template("wangge6", List.of(caller.chatId("48栋邻里群"), caller.chatId("49栋邻里群")), "测试额度"));

        caller.post("/sandbox/api/owners/wangge6/confirm", Map.of("msgid", result.getMsgId()));

        assertThat(results(result.getMsgId(), "wangge6")).containsExactly(3, 1);
        assertThat(caller.lines("48栋邻里群", 0)).isEmpty();
    }

    @Test
    void theMonthsShareIsAsManyAsItsDays() throws Exception {
        String chat = caller.chatId("53栋邻里群");
        caller.post("/sandbox/api/clock", Map.of("to", "2027-02-10T10:00:00+08:00", "hold", false));
        String last = null;
        for (int i = 0; i < 29; i++) {
            last = contacts.addMsgTemplate(template("fuwang6", List.of(chat), "第" + i + "条")).getMsgId();
        }
        caller.post("/sandbox/api/owners/fuwang6/confirm", Map.of());
        caller.post("/sandbox/api/clock", Map.of("to", "real"));

        assertThat(caller.lines("53栋邻里群", 0)).hasSize(28);
        assertThat(caller.lines("53栋邻里群", 0)).extracting(line -> line.path("text").asString()).doesNotHaveDuplicates();
        assertThat(last).isNotNull();
    }

    @Test
    void aCancelledTaskCannotBeConfirmedAnyMore() throws Exception {
        var result = contacts.addMsgTemplate(template("wangge6", List.of(caller.chatId("50栋邻里群")), "不发了"));
        contacts.cancelGroupMsgSend(result.getMsgId());

        caller.post("/sandbox/api/owners/wangge6/confirm", Map.of("msgid", result.getMsgId()));

        assertThat(caller.lines("50栋邻里群", 0)).isEmpty();
        assertThat(results(result.getMsgId(), "wangge6")).containsExactly(0);
    }

    @Test
    void theFourthReminderOfADayIsOverTheLimit() throws Exception {
        var result = contacts.addMsgTemplate(template("wangge1", List.of(caller.chatId("1栋邻里群")), "请确认"));
        for (int i = 0; i < 3; i++) {
            contacts.remindGroupMsgSend(result.getMsgId());
        }
        refuses(45009, () -> contacts.remindGroupMsgSend(result.getMsgId()));
        contacts.cancelGroupMsgSend(result.getMsgId());
    }

    @Test
    void aTaskWhoseAnswerWasLostIsFoundInTheList() throws Exception {
        String text = "丢了回答的群发 " + System.nanoTime();
        caller.post("/sandbox/api/faults", Map.of("path", "add_msg_template", "loseAnswer", true, "times", 1));
        assertThatThrownBy(() -> contacts.addMsgTemplate(template("wangge3", List.of(caller.chatId("19栋邻里群")), text)))
                .isNotInstanceOf(WxErrorException.class);

        Instant now = Instant.parse(caller.get("/sandbox/api/clock").body().path("now").asString());
        var list = contacts.getGroupMsgListV2(
                "group", Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(1)), "wangge3", null, 100, null);

        assertThat(list.getGroupMsgList()).filteredOn(task -> text.equals(task.getText().getContent())).singleElement();
        contacts.cancelGroupMsgSend(list.getGroupMsgList().get(0).getMsgId());
    }

    @Test
    void parametersOutOfBoundsAreRefused() throws Exception {
        List<String> chat = List.of(caller.chatId("2栋邻里群"));
        refuses(40058, () -> contacts.addMsgTemplate(template("wangge1", chat, "长".repeat(1334))));
        refuses(41009, () -> contacts.addMsgTemplate(template(null, chat, "谁发")));
        refuses(60111, () -> contacts.addMsgTemplate(template("nobody", chat, "谁发")));
        refuses(41048, () -> contacts.addMsgTemplate(template("wangge2", chat, "不是我的群")));
        refuses(40058, () -> contacts.listGroupChat(1001, null, 0, null));
        refuses(40035, () -> contacts.listGroupChat(10, "?", 0, null));
    }

    @Test
    void cardsReachStaffAndUnknownReadersAreNamed() throws Exception {
        var result = service.getMessageService()
                .send(WxCpMessage.TEXT().toUser("qiantai3|nobody").agentId(1000002).content("请查看待审通知").build());

        assertThat(result.getInvalidUserList()).containsExactly("nobody");
        assertThat(caller.get("/sandbox/api/staff/qiantai3/cards").body().get(0).path("text").asString()).isEqualTo("请查看待审通知");
        refuses(81013, () -> service.getMessageService()
                .send(WxCpMessage.TEXT().toUser("nobody").agentId(1000002).content("x").build()));
    }

    @Test
    void cardsOverThirtyAMinuteAreDroppedWithoutAWord() throws Exception {
        for (int i = 0; i < 33; i++) {
            service.getMessageService()
                    .send(WxCpMessage.TEXT().toUser("shenji").agentId(1000002).content("第" + i + "条").build());
        }
        assertThat(caller.get("/sandbox/api/staff/shenji/cards").body()).hasSize(30);
    }

    @Test
    void aRobotSpeaksTwentyTimesAMinute() throws Exception {
        int refused = 0;
        for (int i = 0; i < 22; i++) {
            var answer = caller.post(
                    "/cgi-bin/webhook/send?key=test", Map.of("msgtype", "text", "text", Map.of("content", "第" + i + "条")));
            refused += answer.body().path("errcode").asInt() == 45009 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    private List<Integer> results(String msgId, String owner) throws WxErrorException {
        return contacts.getGroupMsgSendResult(msgId, owner, 100, null).getSendList().stream()
                .map(WxCpGroupMsgSendResult.ExternalContactGroupMsgSendInfo::getStatus)
                .toList();
    }

    private static WxCpMsgTemplate template(String sender, List<String> chats, String words) {
        Text text = new Text();
        text.setContent(words);
        return WxCpMsgTemplate.builder().chatType("group").chatIdList(chats).sender(sender).text(text).build();
    }

    private static void refuses(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(WxErrorException.class, e -> assertThat(e.getError().getErrorCode()).isEqualTo(code));
    }
}
