package linli.bot.thread;

import java.time.Instant;

/**
 * One of the last lines of a group, and what it was taken for.
 *
 * @param topic id of the trouble it belongs to, null when to none
 */
public record Turn(String speaker, boolean staff, Instant at, Action action, String topic) {
}
