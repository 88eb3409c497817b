package linli.bot.inbox;

/** A line with its words sealed and masked, ready to be stored. */
record NewMessage(IncomingMessage message, byte[] sealed, String masked, String quote) {}
