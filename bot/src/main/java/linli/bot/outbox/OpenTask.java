package linli.bot.outbox;

import java.time.Instant;

/** A 群发 task that waits for its owner. */
public record OpenTask(String vendorRef, String owner, Instant since) {}
