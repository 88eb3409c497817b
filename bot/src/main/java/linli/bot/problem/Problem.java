package linli.bot.problem;

import linli.bot.text.Texts;

/** A refusal that says what is wrong and how to mend it. */
public abstract sealed class Problem extends RuntimeException permits NotFound, NotAllowed, Conflict, Invalid {

    private final String key;

    Problem(String key, Object... values) {
        super(Texts.of(key, values));
        this.key = key;
    }

    /** Key of the sentence, for a caller that wants to tell one problem from another. */
    public String key() {
        return key;
    }
}
