package linli.bot.whistle;

import java.time.Instant;

/** A unit that is called, for what, and by when. */
public record Call(long unitId, String task, Instant arriveBy, Instant answerBy) {}
