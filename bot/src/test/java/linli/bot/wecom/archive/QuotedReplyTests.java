package linli.bot.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedReplyTests {

    @Test
    void theQuotedWordsAreTakenApartHoweverTheyAreSetOut() {
        QuotedReply expected = new QuotedReply("2单元电梯又停了", "现在好了");
        assertThat(QuotedReply.of("「张阿姨：2单元电梯又停了」\n- - - - - - - - - - - - - - -\n现在好了")).isEqualTo(expected);
        assertThat(QuotedReply.of("「2单元电梯又停了」\n- - - - - - - - - - - - - - -\n现在好了")).isEqualTo(expected);
        assertThat(QuotedReply.of("「张阿姨:2单元电梯又停了」\r\n——————————\r\n现在好了")).isEqualTo(expected);
        assertThat(QuotedReply.of("「张阿姨：2单元电梯又停了」\n现在好了")).isEqualTo(expected);
        assertThat(QuotedReply.of("这是一条引用/回复消息：\n\"张阿姨：\n2单元电梯又停了\"\n------\n现在好了")).isEqualTo(expected);
    }

    @Test
    void aTicketNumberBeforeAColonIsNoName() {
        assertThat(QuotedReply.of("「【受理】1024：网格员今天联系您」\n- - - - - -\n没解决").quote()).isEqualTo("【受理】1024：网格员今天联系您");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "「", "「你好」", "「你好」\n- - - - -\n", "电梯停了\n- - - - - -\n有人吗", "这是一条引用/回复消息", "「没有结尾\n------\n好"})
    void everythingElseStaysWhole(String text) {
        assertThat(QuotedReply.of(text)).isEqualTo(new QuotedReply(null, text));
    }

    @Test
    void aHundredThousandCharactersEnd() {
        String storm = "「" + "-\n".repeat(50_000);
        assertThat(QuotedReply.of(storm).text()).isEqualTo(storm);
        assertThat(QuotedReply.of("「" + "：".repeat(100_000) + "」\n---\n好").text()).isEqualTo("好");
    }
}
