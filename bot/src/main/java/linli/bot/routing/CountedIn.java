package linli.bot.routing;

/** How minutes count: in work time, or round the clock. */
public enum CountedIn { WORK, ALWAYS }
