package linli.admin.groups;

import linli.bot.community.ChatGroup;

/**
 * A group nobody has said anything about.
 *
 * @param guess the area its name speaks of; null when it speaks of none
 */
public record Unbound(ChatGroup group, Long guess) {}
