package linli.bot.entry;

import java.util.List;
import linli.bot.parsing.Trouble;

/**
 * What the reader makes of the words.
 *
 * @param trouble what it is about; its matter is empty where the words name nothing known
 * @param sure whether the rules found it, rather than a likelihood
 * @param more what else the same words tell of: a ticket of its own
 */
public record Guess(Trouble trouble, boolean sure, List<Trouble> more) {

    public Guess {
        more = List.copyOf(more);
    }
}
