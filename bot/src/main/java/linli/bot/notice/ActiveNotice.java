package linli.bot.notice;

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
public record ActiveNotice(long id, String effect, Instant from, Instant to, boolean told, Instant sentAt) {}
