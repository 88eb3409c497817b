package linli.bot.ticket;

import java.time.Instant;

/**
 * How far the calls of an emergency have got.
 *
 * @param step the step to come: 1 community, 2 street, 3 leader; 4 when everybody was called
 * @param dueAt when it comes; null when everybody was called
 * @param stoppedAt when a person tapped
 */
public record Ladder(long ticketId, int step, Instant dueAt, Instant stoppedAt) {}
