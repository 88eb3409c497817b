package linli.bot.wecom.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupStatus;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GroupRosterTests extends AgainstTheSandbox {

    @Autowired
    GroupRoster roster;

    @Autowired
    ChatGroups groups;

    @Autowired
    Members members;

    private ChatGroup group(String chatId) {
        return groups.findByExternalId(chatId).orElseThrow();
    }

    private List<String> names(String chatId) {
        return members.of(group(chatId).id()).stream().map(Member::nickname).toList();
    }

    @Test
    void allGroupsAreKnownSoonAfterTheStart() {
        String chatId = chatId("22栋邻里群");
        await().until(() -> groups.findByExternalId(chatId).isPresent());
        assertThat(group(chatId).ownerUserid()).isEqualTo("wangge3");
        await().untilAsserted(() -> assertThat(names(chatId)).contains("黄幺妹", "吴倩"));
        assertThat(members.find(group(chatId).id(), "wangge3").orElseThrow().internal()).isTrue();
    }

    @Test
    void joiningLeavingRenamingAndDismissingAreFollowedByCallback() {
        String chatId = call("POST", "groups", Map.of("name", "临时群", "owner", "wangge1")).path("chatId").asString();
        await().until(() -> groups.findByExternalId(chatId).isPresent());
        assertThat(group(chatId).status()).isEqualTo(GroupStatus.UNBOUND);

        call("POST", "groups/" + enc("临时群") + "/members", Map.of("nickname", "新来的"));
        await().until(() -> names(chatId).contains("新来的"));

        call("DELETE", "groups/" + enc("临时群") + "/members/" + enc("新来的"), Map.of());
        await().until(() -> !names(chatId).contains("新来的"));

        call("PATCH", "groups/" + enc("临时群"), Map.of("name", "改名群", "owner", "fuwang1"));
        await().until(() -> group(chatId).name().equals("改名群") && group(chatId).ownerUserid().equals("fuwang1"));

        call("DELETE", "groups/" + enc("改名群"), Map.of());
        await().until(() -> group(chatId).status() == GroupStatus.DISMISSED);
    }

    @Test
    void aLostEventIsMadeGoodByReadingEverythingAnew() throws Exception {
        String chatId = chatId("23栋邻里群");
        await().until(() -> groups.findByExternalId(chatId).isPresent());
        groups.learn(chatId, "旧名字", "nobody", 1);
        members.learn(chatId, "wmGone", "早走了", false);

        assertThat(roster.resync()).isGreaterThan(60);

        assertThat(group(chatId).name()).isEqualTo("23栋邻里群");
        assertThat(names(chatId)).doesNotContain("早走了");
    }

    @Test
    void aGroupThatNobodyKnowsCountsAsDismissed() throws Exception {
        groups.learn("wrNowhere", "不存在的群", "wangge1", 3);
        roster.refresh("wrNowhere");
        assertThat(group("wrNowhere").status()).isEqualTo(GroupStatus.DISMISSED);
    }
}
