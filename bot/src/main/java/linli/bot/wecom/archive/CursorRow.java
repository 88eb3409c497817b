package linli.bot.wecom.archive;

import java.time.Instant;

/** How far a source was read, and when it last answered. */
record CursorRow(long seq, Instant pulledAt, boolean behind) {}
