package linli.bot.sandbox.server.world;

/** A line stands in a group. */
public record MessagePosted(String groupId, String group, long seq, boolean archived) {}
