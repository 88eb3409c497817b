package linli.bot.sandbox.server.world;

/**
 * Somebody came or went.
 *
 * @param version the member list's version after it
 */
public record MembersChanged(String groupId, String personId, boolean joined, int version) {}
