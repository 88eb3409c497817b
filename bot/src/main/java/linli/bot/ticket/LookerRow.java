package linli.bot.ticket;

import java.time.Instant;

/** Somebody who has a ticket open. */
record LookerRow(long staffId, Instant since) {}
