/**
 * The reader at the command line: runs the parser over a file of messages and writes what it made of each. Door:
 * {@link linli.bot.reading.ReadFile}, started by {@code scripts/read}; no Spring, no database. Its thread memory is a
 * simple one: it says which messages belong to one trouble, so that readings can be scored.
 */
package linli.bot.reading;
