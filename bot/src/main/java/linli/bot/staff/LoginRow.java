package linli.bot.staff;

import java.time.Instant;

/** A row of {@code staff_login}. */
record LoginRow(long staffId, String passwordHash, boolean mustChange, int failures, Instant lockedUntil) {

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
