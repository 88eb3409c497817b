package linli.bot.ticket;

import java.time.Instant;

/** A tap that may, or might, be taken back. */
record TapRow(long eventId, long ticketId, String actorRef, Instant until, Instant undoneAt) {}
