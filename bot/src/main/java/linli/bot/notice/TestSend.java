package linli.bot.notice;

import java.time.Instant;
import linli.bot.outbox.LineState;

/**
 * One test group's copy of a notice that is still being written.
 *
 * @param state how far the outbox is with it
 */
public record TestSend(long id, String group, LineState state, Instant at, String actorName) {}
