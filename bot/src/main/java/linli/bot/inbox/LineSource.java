package linli.bot.inbox;

/** Where lines come from. Implemented at the edge. */
public interface LineSource {

    /** Whether more is known to wait there than was taken over so far. */
    boolean isBehind();
}
