/**
 * 常用语: sentences that are offered where a step of a ticket asks for words, those of its category first. Kept by the desk. What a
 * group hears around them comes from the replies; a phrase fills the blank. Door: {@link linli.bot.phrase.Phrases}. Owns table
 * {@code phrase}.
 */
package linli.bot.phrase;
