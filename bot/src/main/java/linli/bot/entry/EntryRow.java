package linli.bot.entry;

import java.time.Instant;

/** A row as it is stored. */
record EntryRow(
        long ticketId, String key, long staffId, Instant at, byte[] wordsSealed, String wordsMasked, byte[] phoneSealed, String phoneMasked) {}
