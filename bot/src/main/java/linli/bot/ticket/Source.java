package linli.bot.ticket;

/** Where a ticket comes from: a group's talk, a line to the assistant, 居民上报, the counter, a patrol, another system. */
public enum Source { GROUP, AT_BOT, REPORT, COUNTER, PATROL, IMPORT }
