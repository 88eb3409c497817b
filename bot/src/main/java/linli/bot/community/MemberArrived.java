package linli.bot.community;

import java.time.Instant;

/** Somebody who is not staff has just come into a group that we know. */
public record MemberArrived(long groupId, Instant at) {}
