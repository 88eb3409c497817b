package linli.bot.sandbox.server.play;

/**
 * One line of a transcript, played.
 *
 * @param line its number in the file; 0 for what was said beyond the transcript and for the summing up
 * @param at date and time of the community
 * @param what {@code say}, {@code expect}, {@code silence}, {@code action}, {@code check}, {@code note}, {@code extra} or {@code end}
 * @param met whether an expectation was met; null where nothing was expected
 * @param detail what was there instead, or null
 */
record Played(int line, String at, String group, String what, String who, String text, Boolean met, String detail) {}
