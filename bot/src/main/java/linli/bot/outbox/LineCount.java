package linli.bot.outbox;

import java.time.Instant;

/** How many lines are in a state, and since when the oldest waits. */
public record LineCount(LineState state, int lines, Instant oldest) {}
