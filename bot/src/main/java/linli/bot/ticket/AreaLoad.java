package linli.bot.ticket;

/** How much is open, and how much of it overdue, in one area. */
public record AreaLoad(long areaId, int open, int overdue) {}
