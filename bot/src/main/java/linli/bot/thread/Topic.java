package linli.bot.thread;

import java.time.Instant;
import java.util.Set;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Place;

/**
 * A trouble that a group speaks of: a ticket or a candidate.
 *
 * @param id the caller's name for it
 * @param kind key of the lexicon's row that opened it, null when none did
 * @param intent what was wanted when it was opened
 * @param place what is known of where
 * @param urgent whether it is 紧急 and not over
 * @param done whether somebody said that it is solved
 * @param opener who told it first
 * @param opened when it was told
 * @param last when it was last spoken of
 * @param voices who spoke of it, by speaker id; bounded
 * @param nicknames what the group sees of them; bounded
 * @param grams the pairs of characters of what was said of it, two to an int; bounded
 */
public record Topic(
        String id,
        Category category,
        String kind,
        Intent intent,
        Place place,
        boolean urgent,
        boolean done,
        String opener,
        Instant opened,
        Instant last,
        Set<String> voices,
        Set<String> nicknames,
        Set<Integer> grams) {

    public Topic {
        voices = Set.copyOf(voices);
        nicknames = Set.copyOf(nicknames);
        grams = Set.copyOf(grams);
    }

    /** The same trouble once it is solved. */
    public Topic over() {
        return new Topic(id, category, kind, intent, place, false, true, opener, opened, last, voices, nicknames, grams);
    }

    /** The same trouble with what somebody knows better. */
    public Topic corrected(String kind, Category category, Place place) {
        return new Topic(id, category, kind, intent, place, urgent, false, opener, opened, last, voices, nicknames, grams);
    }
}
