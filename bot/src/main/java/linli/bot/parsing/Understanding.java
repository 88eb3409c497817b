package linli.bot.parsing;

import java.util.List;
import java.util.Set;

/**
 * What one line means, read in its context.
 *
 * @param level how sure it is that something is wanted
 * @param intent what it wants
 * @param troubles what is wrong, two when one line holds two. At level CHAT it opens nothing: it only says what a staff line or
 *     a line of mended things is about, so that the right open ticket is found
 * @param command what is asked of the assistant, or null
 * @param followUp what it adds to an open ticket if there is one, or null
 * @param place every place the words name; for a follow-up this widens or completes the open ticket's place
 * @param spans where those places stand in the text
 * @param flags what staff should know beside it
 * @param predicates the words that counted, for the screen that explains a reading
 * @param vetoes why a higher level was refused
 * @param evidence what of the lexicon stands in the line, as facts such as {@code sign:FIXED} or {@code object:lift-stopped}; the
 *     learned reader weighs them
 * @param words the line as the rules saw it: half width, capitals, without mentions, quotes, links and emoji codes, as long as said
 * @param since since when it has been so, null when the words do not say
 * @param confidence 0 to 1
 */
public record Understanding(
        Level level,
        Intent intent,
        List<Trouble> troubles,
        Command command,
        FollowUp followUp,
        Place place,
        List<Span> spans,
        Set<Flag> flags,
        List<String> predicates,
        List<String> vetoes,
        Set<String> evidence,
        String words,
        Since since,
        double confidence) {

    /**
     * FRAUD a post that looks like fraud (刷单) · EMOTION threatens or despairs over slow handling · GATHERING calls people
     * together · NAMED_LIST a list of named patients or contacts · PROXY passed on for somebody else (代报) · PHONES three or
     * more phone numbers, or an identity number.
     */
    public enum Flag { FRAUD, EMOTION, GATHERING, NAMED_LIST, PROXY, PHONES }

    private static final String PARTICLES = "的了哈呢啊这里那边儿在是我";

    public Understanding {
        troubles = List.copyOf(troubles);
        spans = List.copyOf(spans);
        flags = Set.copyOf(flags);
        predicates = List.copyOf(predicates);
        vetoes = List.copyOf(vetoes);
        evidence = Set.copyOf(evidence);
    }

    /**
     * The same line believed more or less, once its thread was considered. A line in which the rules found no trouble gets
     * one that is known by its category only.
     *
     * @param category what it is about; may be null at level CHAT only
     */
    public Understanding as(Level level, Category category, boolean urgent) {
        if (level == this.level) {
            return this;
        }
        List<Trouble> those = troubles;
        if (level == Level.CANDIDATE && troubles.isEmpty()) {
            those = List.of(Trouble.guessed(category, urgent, place));
        } else if (level == Level.CHAT) {
            those = List.of();
        }
        return new Understanding(level, intent, those, command, followUp, place, spans, flags, predicates, vetoes, evidence, words, since, confidence);
    }

    /** Whether a place is named and nothing else is said: {@code 2单元三楼}, {@code 5栋的}. */
    public boolean isBarePlace() {
        int rest = 0;
        for (int i = 0; i < words.length(); i++) {
            rest += Character.isLetterOrDigit(words.charAt(i)) && PARTICLES.indexOf(words.charAt(i)) < 0 ? 1 : 0;
        }
        return !spans.isEmpty() && rest <= spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    /** The same meaning of words that also hold others; only these places stand in the line itself. */
    public Understanding at(List<Span> own) {
        return new Understanding(level, intent, troubles, command, followUp, place, own, flags, predicates, vetoes, evidence, words, since, confidence);
    }
}
