package linli.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeComErrorsTests {

    @ParameterizedTest
    @CsvSource({"-1, RETRY", "42001, RETRY", "40014, RETRY", "45009, WAIT", "45033, WAIT", "40001, STOP", "48002, STOP", "60020, STOP",
        "84074, STOP", "99999, STOP"})
    void eachCodeAsksForSomething(int code, Advice advice) {
        assertThat(WeComErrors.advice(code)).isEqualTo(advice);
    }

    @Test
    void everyKnownCodeHasItsMeaning() {
        assertThat(WeComErrors.known()).allSatisfy(code -> assertThat(WeComErrors.meaning(code)).isNotBlank());
        assertThat(WeComErrors.meaning(424242)).contains("424242");
    }
}
