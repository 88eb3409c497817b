/**
 * 窗口/巡查录入: what a resident says at the counter, or a worker sees on a patrol, becomes a ticket like any other. The reader
 * fills in what it can from the words; the words, a telephone number and photographs are sealed, screens get masked ones.
 * Door: {@link linli.bot.entry.Entries}. Owns tables {@code entry}, {@code entry_photo}; photographs go after 180 days.
 */
package linli.bot.entry;
