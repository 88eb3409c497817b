package linli.bot.problem;

/** This person, or this state, does not permit it. */
public final class NotAllowed extends Problem {

    public NotAllowed(String key, Object... values) {
        super(key, values);
    }
}
