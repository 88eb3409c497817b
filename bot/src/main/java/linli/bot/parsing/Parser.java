package linli.bot.parsing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads one line. Thread-safe; one instance serves every worker. */
public final class Parser {

    /** Changes whenever the same words may read differently; stored with each reading. */
    public static final String VERSION = "1";

    private final Lexicon lexicon;
    private final Segmenter segmenter;

    public Parser(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.segmenter = new Segmenter(lexicon);
    }

    public Understanding understand(Utterance utterance, Context context) {
        Line line = Line.of(utterance.text() == null ? "" : utterance.text());
        boolean addressed = utterance.addressed() || line.callsAssistant();
        boolean spoken = utterance.kind() == Utterance.Kind.TEXT || utterance.kind() == Utterance.Kind.FORWARD;
        if (!spoken || line.isBlank() && !addressed) {
            return silence(line);
        }
        Findings findings = Findings.in(line, lexicon);
        Places places = Places.in(utterance.text(), line, findings, context);
        Set<Understanding.Flag> flags = Flags.of(utterance.text(), line, findings);
        if (context.fromStaff()) {
            return Reading.ofStaff(line, findings, places, flags, Selection.of(matches(findings, context), findings));
        }
        Judge judge = new Judge(findings, line, context, utterance.kind() == Utterance.Kind.FORWARD);
        Command command = Commands.read(line, findings, addressed);
        if (command != null) {
            return Reading.ofCommand(command, line, findings, places, flags);
        }
        return new Reading(lexicon, line, findings, places, judge, addressed, flags).judge(matches(findings, context));
    }

    /** The place a nickname such as {@code 3-2-501} states. */
    public Place placeOf(String nickname) {
        return PlaceScanner.scanNickname(Line.of(nickname.replace('@', ' ')).text()).placeWithin(0, Integer.MAX_VALUE);
    }

    /** Version of the words, for the reading's record. */
    public String lexiconVersion() {
        return lexicon.version();
    }

    private List<Match> matches(Findings findings, Context context) {
        List<Match> matches = findings.matches(segmenter);
        if (context.openCategory() != Category.ELEV) {
            // 里头有人 means a trapped person only while a lift stands still.
            matches.removeIf(match -> match.kind().key().equals("trapped-heard"));
        }
        return matches;
    }

    private static Understanding silence(Line line) {
        return new Understanding(
                Level.CHAT, Intent.CHAT, List.of(), null, null, Place.NOWHERE, List.of(), EnumSet.noneOf(Understanding.Flag.class),
                List.of(), List.of(), Set.of(), line.text(), null, 1.0);
    }
}
