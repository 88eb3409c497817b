package linli.bot.ticket;

import java.time.Instant;

/** Somebody who reported the same (附议). */
record VoiceRow(String speaker, Long messageId, boolean reporter, Instant at) {}
