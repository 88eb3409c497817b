/**
 * Groups, people and what was said. Doors: {@link linli.bot.sandbox.server.world.People}, {@link
 * linli.bot.sandbox.server.world.Groups}, {@link linli.bot.sandbox.server.world.Messages}. Tables {@code person},
 * {@code chat_group}, {@code member}, {@code message}, {@code bot_line} of schema {@code sandbox}. Publishes {@link
 * linli.bot.sandbox.server.world.MessagePosted}, {@link linli.bot.sandbox.server.world.GroupChanged} and {@link
 * linli.bot.sandbox.server.world.MembersChanged} after the commit.
 */
package linli.bot.sandbox.server.world;
