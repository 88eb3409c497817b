/**
 * Reads what residents say. Pure: no Spring, no SQL, no clock; the same text in the same context always reads the
 * same. Door: {@link linli.bot.parsing.Parser}. What it knows lies in {@code config/lexicon}, where staff can edit it. A line
 * goes through Line (folding), PlaceScanner and Findings (all words in one pass), Selection (which matches are troubles),
 * Judge (how far each may be believed) and Reading (what the line means as a whole). {@link linli.bot.parsing.PersonalData}
 * finds phones, identity numbers and plates.
 */
package linli.bot.parsing;
