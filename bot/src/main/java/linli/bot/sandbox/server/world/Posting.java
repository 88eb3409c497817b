package linli.bot.sandbox.server.world;

/**
 * What somebody is about to say.
 *
 * @param msgId the caller's own id, so that saying it twice is saying it once; or null
 * @param quote msgId of a line of the group, or the quoted words themselves, or null
 * @param revokes msgId of the line to recall, for {@link Kind#REVOKE}
 * @param attached what it carries that is not words
 * @param route how it came, or null for what a person types
 */
public record Posting(
        ChatGroup group, Member sender, Kind kind, String text, String quote, String revokes, String msgId, String route, Attached attached) {

    public Posting(ChatGroup group, Member sender, Kind kind, String text, String quote, String revokes, String msgId, String route) {
        this(group, sender, kind, text, quote, revokes, msgId, route, Attached.NOTHING);
    }

    public static Posting text(ChatGroup group, Member sender, String text, String route) {
        return new Posting(group, sender, Kind.TEXT, text, null, null, null, route);
    }
}
