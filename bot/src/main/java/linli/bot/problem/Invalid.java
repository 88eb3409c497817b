package linli.bot.problem;

/** What was typed cannot be used as it stands. */
public final class Invalid extends Problem {

    public Invalid(String key, Object... values) {
        super(key, values);
    }
}
