package linli.bot.whistle;

import java.time.Instant;

/**
 * An application, and what became of it.
 *
 * @param askedBy name of who asked
 * @param refusal why it was not blown; null otherwise
 */
public record Whistle(
        long id,
        long ticketId,
        String ticketNo,
        String placeLabel,
        String matter,
        WhistleState state,
        String askedBy,
        Instant askedAt,
        String reason,
        String decidedBy,
        Instant decidedAt,
        String refusal) {}
