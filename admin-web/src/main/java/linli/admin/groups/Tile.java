package linli.admin.groups;

import java.time.Instant;

/**
 * A building, or a grid's own group, as the board shows it.
 *
 * @param groupId null while no group is known for it
 * @param seen whether the group was seen at WeCom
 * @param consent share of members who agreed to the archive in percent; null without members
 * @param owner as colleagues call the group's owner
 */
public record Tile(
        String name, Long groupId, boolean seen, int open, int overdue, Instant heardAt, Integer consent, String owner) {}
