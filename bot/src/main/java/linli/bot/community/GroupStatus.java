package linli.bot.community;

/** ANNOUNCED by the import and not yet seen at WeCom, BOUND to its area, UNBOUND (its talk is kept unread), DISMISSED. */
public enum GroupStatus { ANNOUNCED, BOUND, UNBOUND, DISMISSED }
