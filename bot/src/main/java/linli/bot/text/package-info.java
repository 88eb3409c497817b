/**
 * The words people read that are not sentences of the bot: labels of states and roles, and what a refusal says. They
 * stand in {@code texts.properties}, so that Java holds none. Door: {@link linli.bot.text.Texts}. Pure.
 */
package linli.bot.text;
