package linli.bot.wecom.auto;

import linli.bot.text.Texts;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in one sentence instead of a stack trace. */
class AutoRefusedAnalyzer extends AbstractFailureAnalyzer<AutoRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AutoRefused cause) {
        return new FailureAnalysis(
                Texts.of("wecom.auto.refused", cause.address()), Texts.of("wecom.auto.refused.mend"), cause);
    }
}
