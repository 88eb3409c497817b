package linli.bot.sandbox.server.world;

/**
 * What a message that is not words carries.
 *
 * @param mediaId of a picture or a file; null for a link
 * @param url where a link leads; null for the others
 */
public record Attached(String mediaId, String url, String description) {

    static final Attached NOTHING = new Attached(null, null, null);
}
