package linli.bot.wecom.archive;

/**
 * How far a source was read.
 *
 * @param lagSeconds since its last answer; null before the first
 * @param behind whether that answer was a full page, so that more waits there
 */
record CursorRow(long seq, Long lagSeconds, boolean behind) {}
