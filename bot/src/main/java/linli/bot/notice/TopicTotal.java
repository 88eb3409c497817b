package linli.bot.notice;

import java.time.Duration;

/**
 * How the notices of one topic arrived, counted in groups: a notice for three groups counts three.
 *
 * @param there of {@code groups}, those that have it, {@code manual} among them
 * @param open those at which somebody or something still is
 * @param slowestSeconds until the last group that has it had it; null while none has
 */
public record TopicTotal(
        NoticeTopic topic, int notices, int groups, int there, int manual, int open, int failed, int unknown, int cancelled, Long slowestSeconds) {

    /** How long the slowest group took, in words; empty while none has it. */
    public String slowest() {
        return slowestSeconds == null ? "" : DeliveryWords.length(Duration.ofSeconds(slowestSeconds));
    }
}
