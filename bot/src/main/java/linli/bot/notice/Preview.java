package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import linli.bot.attachment.Attachment;

/**
 * What a draft would become.
 *
 * @param text the words as they would stand in the group, with gaps where fields are missing
 * @param missing labels of required fields that are empty
 * @param problems sentences that keep it from being submitted
 * @param questions sentences its author must answer before it is submitted
 * @param goesOut when it would go out if it were approved now
 * @param quota 3 个楼栋群，约 486 人；本月群发额度剩余：…; empty while nobody is chosen
 * @param shorts groups that have no 群发 left for it
 * @param forecast how long it will take; null while nobody is chosen
 * @param attachments what goes out beside the words
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
        String quota,
        List<Short> shorts,
        Forecast forecast,
        Instant activeFrom,
        Instant activeTo,
        List<Attachment> attachments) {

    /**
     * A group that 群发 would not reach.
     *
     * @param sentence why, and what can be chosen
     * @param chosen what its author chose; null as long as nothing is
     */
    public record Short(long groupId, String sentence, ByHand chosen) {}

    /**
     * How long a send takes.
     *
     * @param owners who get a task each
     * @param handOver until the last task stands at WeCom, under its rates
     * @param slowest how long the slowest of these groups took in the last 90 days; null when none got a notice
     */
    public record Forecast(int owners, Duration handOver, Duration slowest) {}

    public boolean isReady() {
        return problems.isEmpty();
    }

    /** What to mend first: what is written, and then, by which way each group gets it. */
    List<String> foremost() {
        List<String> lacking = shorts.stream().map(Short::sentence).toList();
        List<String> written = problems.stream().filter(problem -> !lacking.contains(problem)).toList();
        return written.isEmpty() ? problems : written;
    }

    /** Whether only 群发 is short, which keeps no emergency back: those groups are left to a person. */
    boolean isReadyUrgently() {
        List<String> lacking = shorts.stream().map(Short::sentence).toList();
        return lacking.containsAll(problems);
    }
}
