package linli.bot.embedded;

import linli.bot.text.Texts;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Turns a start that failed for the servers' sake into one sentence. */
class ServersFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderTaken taken) {
                return new FailureAnalysis(Texts.of("embedded.folderTaken", taken.folder()), null, taken);
            }
            if (cause instanceof ServersUnavailable unavailable) {
                return new FailureAnalysis(sentence(unavailable), null, unavailable);
            }
        }
        return null;
    }

    private static String sentence(ServersUnavailable unavailable) {
        Throwable reason = unavailable;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return Texts.of("embedded.unavailable." + unavailable.server(), unavailable.where(), reason.getMessage());
    }
}
