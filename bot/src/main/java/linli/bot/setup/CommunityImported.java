package linli.bot.setup;

/** A spreadsheet was brought in; published inside its transaction. */
record CommunityImported() {}
