package linli.bot.ticket;

import linli.bot.parsing.Category;

/** An open ticket of one group that no hot issue holds yet. */
record Scattered(long id, Category category, String thing, Long gridId, long chatGroupId, int voices) {}
