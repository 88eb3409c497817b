package linli.bot.sandbox.server.world;

/** A group was made, renamed, given to another owner or dismissed. */
public record GroupChanged(String groupId, Change change) {

    public enum Change { CREATED, RENAMED, OWNER_CHANGED, DISMISSED }
}
