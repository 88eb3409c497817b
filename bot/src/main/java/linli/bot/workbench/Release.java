package linli.bot.workbench;

import java.time.Instant;

/**
 * A lexicon and a model on their way into use.
 *
 * @param trains whether a model was trained for it; else the program's own is used
 * @param done lines read again so far, of {@code total}; 0 of 0 while the model is trained
 * @param failure why it failed, for people; null unless it did
 */
public record Release(
        long id,
        String lexiconVersion,
        String modelVersion,
        boolean trains,
        State state,
        int done,
        int total,
        int differences,
        String failure,
        String askedBy,
        Instant askedAt,
        String liveBy,
        Instant liveAt) {

    public enum State { RUNNING, READY, FAILED, LIVE, RETIRED, DISCARDED }

    public int percent() {
        return total == 0 ? 0 : done * 100 / total;
    }

    /** A line that would be read differently; {@code words} are masked, and empty when they are for few eyes. */
    public record Difference(
            long messageId,
            Instant at,
            String groupName,
            String words,
            String wasLevel,
            String wasCategory,
            String wasAction,
            String nowLevel,
            String nowCategory,
            String nowAction) {}
}
