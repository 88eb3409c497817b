/**
 * Reads a line in its thread: which trouble it opens, adds to, joins as another voice, asks about, is handled by, closes
 * or reopens, or that it should meet silence. Pure: the group's state comes in and goes out, so the bot feeds it from the
 * database and the command line from a file. Doors: {@link linli.bot.thread.ThreadReader}, {@link
 * linli.bot.thread.ThreadState}.
 */
package linli.bot.thread;
