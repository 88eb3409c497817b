package linli.bot.sandbox.server.protocol;

/** A 群发 was made, confirmed or cancelled. */
public record TasksChanged(String ownerId) {}
