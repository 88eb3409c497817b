package linli.bot.staff;

import java.time.Instant;

/**
 * How somebody's login stands, for the list of members.
 *
 * @param mustChange whether the password is one that was given out
 * @param lockedUntil machine time; null unless locked
 */
public record LoginState(long staffId, boolean mustChange, Instant lockedUntil) {}
