package linli.bot.notice;

import java.time.Instant;
import java.util.List;

/**
 * What a draft would become.
 *
 * @param text the words as they would stand in the group, with gaps where fields are missing
 * @param missing labels of required fields that are empty
 * @param problems sentences that keep it from being submitted
 * @param questions sentences its author must answer before it is submitted
 * @param goesOut when it would go out if it were approved now
 * @param quiet what the quiet hours change about that; null when they change nothing
 */
public record Preview(
        String text,
        List<String> missing,
        List<String> problems,
        List<String> questions,
        Reach reach,
        Instant goesOut,
        String quiet,
        Instant activeFrom,
        Instant activeTo) {

    public boolean isReady() {
        return problems.isEmpty();
    }
}
