package linli.bot.notice;

import java.time.Instant;

/**
 * A word that no notice may carry.
 *
 * @param id 0 for one that comes with the program, which nobody takes off
 * @param reason why, or what to write instead; may be null
 * @param removedAt null while it is in force
 */
public record RefusedWord(
        long id, String word, String reason, String addedBy, String addedName, Instant addedAt, String removedName, Instant removedAt) {

    public boolean isGiven() {
        return id == 0;
    }
}
