package linli.bot.wecom.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import linli.bot.BotApplication;
import linli.bot.wecom.SandboxAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class AutoGuardTests {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8090, true, 8090, '', true",
        "http://127.0.0.1:8090/, true, 8090, '', true",
        "http://127.0.0.1:8091, true, 8090, '', false",
        "http://127.0.0.1:8090, false, 8090, '', false",
        "http://127.0.0.1:8090, false, 8090, http://127.0.0.1:8090, true",
        "https://127.0.0.1:8090, true, 8090, '', false",
        "https://qyapi.weixin.qq.com, true, 8090, '', false",
        "https://qyapi.weixin.qq.com, false, 0, https://qyapi.weixin.qq.com, false",
        "http://127.0.0.1.example.org:8090, true, 8090, '', false",
        "http://127.0.0.1:8090@example.org, true, 8090, '', false",
        "'', true, 8090, '', false"
    })
    void onlyTheSandboxOnThisMachineIsTheSandbox(String base, boolean enabled, String port, String address, boolean sandbox) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("linli.wecom.base-url", base)
                .withProperty("linli.sandbox.enabled", String.valueOf(enabled))
                .withProperty("linli.sandbox.port", port)
                .withProperty("linli.sandbox.address", address);
        assertThat(SandboxAddress.isBase(environment)).isEqualTo(sandbox);
    }

    @Test
    void aSystemThatWasToldToSpeakAtOnceToRealResidentsDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(BotApplication.class)
                        .web(WebApplicationType.NONE)
                        .run("--linli.speech.route=AUTO"))
                .rootCause()
                .isInstanceOf(AutoRefused.class);
        assertThat(output.getAll()).contains("企业微信没有在居民群里自动发言的接口").contains("STAFF_TAP");
    }

    @Test
    void theRefusalSaysWhatIsWrongAndHowToMendIt() {
        FailureAnalysis analysis = new AutoRefusedAnalyzer()
                .analyze(new IllegalStateException(new AutoRefused("https://qyapi.weixin.qq.com")));
        assertThat(analysis.getDescription()).contains("https://qyapi.weixin.qq.com", "AUTO");
        assertThat(analysis.getAction()).contains("STAFF_TAP");
    }
}
