package linli.bot.notice;

import java.time.Duration;

/**
 * How many groups have a notice, counted by state.
 *
 * @param slowestSeconds until the last group that has it had it; null while none has
 */
public record Progress(long noticeId, int total, int sent, int manual, int waiting, int waitManual, int failed, int unknown, int cancelled,
        Long slowestSeconds) {

    /** Groups that have it, by whichever way. */
    public int there() {
        return sent + manual;
    }

    /** How long the slowest group took, in words; empty while none has it. */
    public String slowest() {
        return slowestSeconds == null ? "" : DeliveryWords.length(Duration.ofSeconds(slowestSeconds));
    }

    static Progress none(long noticeId) {
        return new Progress(noticeId, 0, 0, 0, 0, 0, 0, 0, 0, null);
    }
}
