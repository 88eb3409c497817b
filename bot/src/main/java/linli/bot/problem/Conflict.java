package linli.bot.problem;

/** Somebody else changed it first. */
public final class Conflict extends Problem {

    public Conflict(String key, Object... values) {
        super(key, values);
    }
}
