package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            打13812345678找我        | 13812345678          | PHONE
            138 1234 5678          | 138 1234 5678        | PHONE
            138-1234-5678转告        | 138-1234-5678        | PHONE
            １３８１２３４５６７８        | １３８１２３４５６７８     | PHONE
            座机023-67891234         | 023-67891234         | PHONE
            11010519491231002X的     | 11010519491231002X   | ID_CARD
            110105 19491231 002x    | 110105 19491231 002x | ID_CARD
            渝A12345挪车             | 渝A12345             | PLATE
            渝AD12345 的车           | 渝AD12345            | PLATE
            卡号6222021234567890128  | 6222021234567890128  | BANK_CARD
            """)
    void personalNumbersAreFoundHoweverTheyAreWritten(String text, String item, PersonalData.Type type) {
        assertThat(PersonalData.find(text)).singleElement().satisfies(found -> {
            assertThat(text.substring(found.start(), found.end())).isEqualTo(item);
            assertThat(found.type()).isEqualTo(type);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12栋2单元1203", "7月17日09:00-17:00", "单号260714-031", "花了1280元", "12345打了三回", "110105194912310021"})
    void otherNumbersAreLeftAlone(String text) {
        assertThat(PersonalData.find(text)).isEmpty();
    }
}
