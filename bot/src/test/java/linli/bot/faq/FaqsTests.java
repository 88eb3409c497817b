package linli.bot.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class FaqsTests {

    @Autowired
    Faqs faqs;

    @Test
    void theLongestKeywordFindsTheAnswer() {
        faqs.put("社保卡", List.of("社保卡"), "甲", true);
        faqs.put("社保卡丢失", List.of("社保卡+丢"), "乙", true);

        assertThat(faqs.find("哪个晓得社保卡在哪里办")).map(Faq::answer).contains("甲");
        assertThat(faqs.find("社保 卡遗丢了咋办")).map(Faq::answer).contains("乙");
        assertThat(faqs.find("今晚吃火锅")).isEmpty();
    }

    @Test
    void whatIsNotApprovedIsNotSaid() {
        faqs.put("居住证", List.of("居住证"), "甲", false);

        assertThat(faqs.find("居住证怎么办")).isEmpty();
    }

    @Test
    void twoEquallyGoodAnswersAreNone() {
        faqs.put("医保", List.of("医保"), "甲", true);
        faqs.put("低保", List.of("低保"), "乙", true);

        assertThat(faqs.find("医保和低保在哪里办")).isEmpty();
    }
}
