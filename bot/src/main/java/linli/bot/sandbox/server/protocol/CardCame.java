package linli.bot.sandbox.server.protocol;

/** Somebody has a new card. */
public record CardCame(String reader) {}
