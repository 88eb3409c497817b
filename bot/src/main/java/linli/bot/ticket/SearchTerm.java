package linli.bot.ticket;

import java.util.List;

/**
 * One of the words that are looked for.
 *
 * @param words lower case
 * @param heard tickets in whose residents' lines they stand
 */
record SearchTerm(String words, List<Long> heard) {

    /** Pairs of characters are indexed; a single one is looked for without. */
    boolean isIndexed() {
        return words.length() > 1;
    }
}
