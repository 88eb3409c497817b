/**
 * 话术: every sentence the bot says in a group, read from {@code config/replies.yml} at start. Door {@link
 * linli.bot.reply.Replies}. Only these templates speak; nothing is generated (C18).
 */
package linli.bot.reply;
