/**
 * Reads what residents say. Pure: no Spring, no SQL, no clock; the same text in the same context always reads the
 * same. Door: {@link linli.bot.parsing.Parser}. What it knows lies in {@code config/lexicon}, where staff can edit it.
 */
package linli.bot.parsing;
