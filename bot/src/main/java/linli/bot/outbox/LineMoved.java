package linli.bot.outbox;

import java.time.Instant;

/**
 * A line changed its state, as its route reported it.
 *
 * @param reason why it failed, else null
 * @param by the person who tapped, else null
 */
public record LineMoved(long id, String key, Route route, String target, LineState state, String vendorRef, String reason, String by, Instant at) {}
