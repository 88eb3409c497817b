package linli.bot.parsing;

/** Reads one line. Thread-safe; one instance serves every worker. */
public final class Parser {

    /** Changes whenever the same words may read differently; stored with each reading. */
    public static final String VERSION = "1";

    private final Lexicon lexicon;

    public Parser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public Understanding understand(Utterance utterance, Context context) {
        throw new UnsupportedOperationException("written by the parser part");
    }

    /** The place a nickname such as {@code 3-2-501} states. */
    public Place placeOf(String nickname) {
        throw new UnsupportedOperationException("written by the parser part");
    }

    /** Version of the words, for the reading's record. */
    public String lexiconVersion() {
        return lexicon.version();
    }
}
