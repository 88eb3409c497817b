package linli.bot.problem;

/** There is no such thing, or it is not this person's to see (both look the same on purpose). */
public final class NotFound extends Problem {

    public NotFound(String key, Object... values) {
        super(key, values);
    }
}
