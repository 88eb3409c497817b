package linli.bot.sandbox.server.world;

/** A group as the list of chats shows it; {@code last} is null where nothing was said. */
public record GroupRow(ChatGroup group, String ownerName, int members, Line last) {}
