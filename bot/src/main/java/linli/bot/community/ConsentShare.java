package linli.bot.community;

/** Share of a group's present members who agreed to the archive, 0 to 1. */
public record ConsentShare(long groupId, double share, int members, int staff) {}
