package linli.bot.outbox;

import java.time.Instant;

/** A line as screens show it. */
public record Line(
        long id,
        String key,
        Route route,
        String target,
        String owner,
        String text,
        String reason,
        LineState state,
        Instant notBefore,
        int attempts,
        String vendorRef,
        String failure,
        Instant createdAt,
        Instant sentAt,
        String sentBy) {}
