package linli.bot.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.IncomingMessage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTranslatorTests {

    private static final ArchiveItem ITEM = new ArchiveItem(7, "m7_external", 1, "", "");

    private final ArchiveTranslator translator = new ArchiveTranslator();

    private static String plain(String type, String body) {
        return "{\"msgid\":\"m7_external\",\"action\":\"send\",\"from\":\"wm1\",\"tolist\":[\"wangge2\"],\"roomid\":\"wr12\","
                + "\"msgtime\":1790000000123,\"msgtype\":\"" + type + "\",\"" + type + "\":" + body + "}";
    }

    private IncomingMessage said(String plain) {
        return ((Translated.Said) translator.translate(ITEM, plain)).message();
    }

    @Test
    void aTextBringsWhoWhereWhenAndWhat() {
        IncomingMessage message = said(plain("text", "{\"content\":\"2单元电梯又停了，等了十分钟了\"}"));
        assertThat(message).isEqualTo(new IncomingMessage(
                "wecom", "m7_external", 7, "wr12", "wm1", Kind.TEXT, "2单元电梯又停了，等了十分钟了", null, null, null,
                Instant.ofEpochMilli(1790000000123L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "image|IMAGE|{\"md5sum\":\"x\",\"sdkfileid\":\"f1\",\"filesize\":3}|f1|",
        "voice|VOICE|{\"sdkfileid\":\"f1\",\"play_length\":4}|f1|",
        "video|VIDEO|{\"sdkfileid\":\"f1\"}|f1|",
        "emotion|STICKER|{\"type\":1,\"sdkfileid\":\"f1\"}|f1|",
        "file|FILE|{\"filename\":\"停水通知.pdf\",\"sdkfileid\":\"f1\"}|f1|停水通知.pdf",
        "location|LOCATION|{\"title\":\"12栋\",\"address\":\"芙蓉中路\",\"zoom\":15}||12栋/芙蓉中路",
        "link|LINK|{\"title\":\"标题\",\"description\":\"说明\",\"link_url\":\"https:example.org\"}||标题/说明/https:example.org",
        "weapp|LINK|{\"title\":\"接龙\",\"displayname\":\"小程序\"}||接龙/小程序",
        "card|OTHER|{\"corpname\":\"物业\",\"userid\":\"wm2\"}||物业",
        "vote|OTHER|{\"votetitle\":\"装充电桩吗\",\"voteitem\":[\"同意\"]}||装充电桩吗",
        "neverseen|OTHER|{\"title\":\"电梯停了\",\"n\":1}||电梯停了"
    })
    void everyKindIsKept(String type, Kind kind, String body, String media, String text) {
        IncomingMessage message = said(plain(type, body));
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.mediaRef()).isEqualTo(media);
        assertThat(message.text()).isEqualTo(text == null ? "" : text.replace("/", "\n"));
    }

    @Test
    void aRecallNamesWhatIsTakenBack() {
        IncomingMessage message = said(
                "{\"action\":\"recall\",\"from\":\"wm1\",\"roomid\":\"wr12\",\"msgtime\":1790000000123,\"msgtype\":\"revoke\","
                        + "\"revoke\":{\"pre_msgid\":\"m5_external\"}}");
        assertThat(message.kind()).isEqualTo(Kind.REVOKE);
        assertThat(message.revokes()).isEqualTo("m5_external");
    }

    @Test
    void aMixedMessageKeepsItsWordsAndItsFirstPicture() {
        IncomingMessage message = said(plain("mixed", "{\"item\":["
                + "{\"type\":\"text\",\"content\":\"{\\\"content\\\":\\\"楼道灯坏了\\\"}\"},"
                + "{\"type\":\"image\",\"content\":\"{\\\"sdkfileid\\\":\\\"f1\\\"}\"},"
                + "{\"type\":\"text\",\"content\":\"not json\"}]}"));
        assertThat(message.kind()).isEqualTo(Kind.TEXT);
        assertThat(message.text()).isEqualTo("楼道灯坏了\nnot json");
        assertThat(message.mediaRef()).isEqualTo("f1");
    }

    @Test
    void aForwardedTalkKeepsItsWords() {
        assertThat(said(plain("chatrecord", "{\"title\":\"群聊\",\"item\":[{\"type\":\"ChatRecordText\",\"msgtime\":1,"
                        + "\"content\":\"{\\\"content\\\":\\\"停水了\\\"}\"}]}")).text())
                .isEqualTo("群聊\n停水了");
    }

    @Test
    void aQuotedReplyIsTakenApart() {
        IncomingMessage message = said(plain("text", "{\"content\":\"「张阿姨：电梯停了」\\n- - - - - -\\n好了\"}"));
        assertThat(message.text()).isEqualTo("好了");
        assertThat(message.quote()).isEqualTo("电梯停了");
    }

    @Test
    void consentIsHeard() {
        assertThat(translator.translate(ITEM, plain("agree", "{\"userid\":\"wm9\",\"agree_time\":1}")))
                .isEqualTo(new Translated.Consented("wm9", true));
        assertThat(translator.translate(ITEM, plain("disagree", "{\"userid\":\"wm9\",\"disagree_time\":1}")))
                .isEqualTo(new Translated.Consented("wm9", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"msgid\":\"m\",\"action\":\"switch\",\"time\":1790000000123,\"user\":\"wangge2\"}",
        "{\"msgid\":\"m\",\"action\":\"send\",\"from\":\"wm1\",\"tolist\":[\"wangge2\"],\"roomid\":\"\",\"msgtime\":1,\"msgtype\":\"text\"}"
    })
    void whatIsNotSaidInAGroupIsNotKept(String plain) {
        assertThat(translator.translate(ITEM, plain)).isInstanceOf(Translated.Unneeded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "null", "{", "{\"roomid\":\"wr\",\"msgtype\":\"text\",\"msgtime\":1}",
        "{\"roomid\":\"wr\",\"from\":\"wm\",\"msgtype\":\"text\"}",
        "{\"roomid\":\"wr\",\"from\":\"wm\",\"msgtime\":\"soon\",\"msgtype\":\"text\"}",
        "{\"roomid\":\"wr\",\"from\":\"wm\",\"msgtime\":1,\"action\":\"recall\",\"msgtype\":\"revoke\"}"
    })
    void whatCannotBeUnderstoodIsSaidSo(String plain) {
        assertThatThrownBy(() -> translator.translate(ITEM, plain)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oddCharactersDoNoHarm() {
        assertThat(said(plain("text", "{\"content\":\"a\\u0000b\\ud83d😀\\u202e\"}")).text()).startsWith("ab");
        assertThat(said(plain("text", "{\"content\":[1]}")).text()).isEmpty();
        assertThat(said(plain("text", "null")).text()).isEmpty();
    }
}
