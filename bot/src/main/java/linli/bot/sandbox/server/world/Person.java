package linli.bot.sandbox.server.world;

/**
 * Somebody with an account.
 *
 * @param id the userid of staff, {@code wm…} of a resident, {@link #ASSISTANT} of the assistant
 * @param side whom a staff member works for; null for everybody else
 */
public record Person(String id, String name, Kind kind, Side side) {

    /** The assistant's account (小助手). */
    public static final String ASSISTANT = "wbLinli";

    public enum Kind { STAFF, RESIDENT, ASSISTANT }

    public enum Side { COMMUNITY, PROPERTY, UNIT }
}
