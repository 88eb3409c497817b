/**
 * What went wrong in a way a person can mend: each carries a Chinese sentence from {@code texts.properties}. The web
 * layer turns them into pages; the bot's edge into a reply or silence. Pure.
 */
package linli.bot.problem;
