package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * A notice that explains a trouble at a place and time.
 *
 * @param effect WATER, POWER, GAS, LIFT
 * @param from when it begins
 * @param to when it should be over
 * @param told whether that place's own group is known to have it
 * @param sentAt when it was sent out
 */
public record ActiveNotice(long id, String effect, Instant from, Instant to, boolean told, Instant sentAt) {

    /** How long after its end a trouble that goes on is only being asked about (C5). */
    static final Duration GRACE = Duration.ofMinutes(30);

    /** COMING before it begins, LASTING, OVERDUE within half an hour of its end, BROKEN when it did not keep its word. */
    public enum Phase { LASTING, OVERDUE, BROKEN, COMING }

    public Phase phase(Instant at) {
        if (at.isBefore(from)) {
            return Phase.COMING;
        }
        if (at.isBefore(to)) {
            return Phase.LASTING;
        }
        return at.isBefore(to.plus(GRACE)) ? Phase.OVERDUE : Phase.BROKEN;
    }
}
