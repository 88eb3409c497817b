package linli.bot.community;

/** What a group is for: a building's neighbours, a grid's service group, staff among themselves, a rehearsal, or not known. */
public enum GroupKind { BUILDING, GRID, STAFF, TEST, UNKNOWN }
