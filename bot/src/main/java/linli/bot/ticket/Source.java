package linli.bot.ticket;

/** Where a ticket comes from: a group's talk, a line to the assistant, 居民上报, the counter, a patrol, another system, or several groups' tickets (片区热点). */
public enum Source { GROUP, AT_BOT, REPORT, COUNTER, PATROL, IMPORT, HOT_ISSUE }
