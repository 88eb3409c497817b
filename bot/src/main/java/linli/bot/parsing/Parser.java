package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads one line. Thread-safe; one instance serves every worker. */
public final class Parser {

    /** Changes whenever the same words may read differently; stored with each reading. */
    public static final String VERSION = "1";

    private static final int MOST_TROUBLES = 3;
    private static final int MOST_MATCHES = 400;

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
            return silence();
        }
        Findings findings = Findings.in(line, lexicon);
        Places places = Places.in(utterance.text(), line, findings, context);
        Set<Understanding.Flag> flags = Flags.of(utterance.text(), line, findings);
        if (context.fromStaff()) {
            return Reading.ofStaff(findings, places, flags, select(findings, context));
        }
        Command command = Commands.read(line, findings, addressed);
        if (command != null) {
            return Reading.ofCommand(command, places, flags);
        }
        return new Reading(lexicon, line, findings, places, context, utterance.kind() == Utterance.Kind.FORWARD, addressed, flags)
                .judge(select(findings, context));
    }

    /** The place a nickname such as {@code 3-2-501} states. */
    public Place placeOf(String nickname) {
        return PlaceScanner.scanNickname(Line.of(nickname.replace('@', ' ')).text()).placeWithin(0, Integer.MAX_VALUE);
    }

    /** Version of the words, for the reading's record. */
    public String lexiconVersion() {
        return lexicon.version();
    }

    // Emergencies first, then the closest fit; a second trouble needs words and an object of its own.
    private List<Match> select(Findings findings, Context context) {
        List<Match> chosen = new ArrayList<>(MOST_TROUBLES);
        List<Match> all = findings.matches(segmenter);
        if (context.openCategory() != Category.ELEV) {
            // 里头有人 means a trapped person only while a lift stands still.
            all.removeIf(match -> match.kind().key().equals("trapped-heard"));
        }
        all = all.subList(0, Math.min(MOST_MATCHES, all.size()));
        for (boolean emergency : new boolean[] {true, false}) {
            for (Match match : all) {
                if (match.kind().emergency() == emergency && chosen.size() < MOST_TROUBLES
                        && chosen.stream().allMatch(other -> isAnother(match, other))) {
                    chosen.add(match);
                }
            }
        }
        chosen.sort(Comparator.comparing((Match m) -> !m.kind().emergency()).thenComparingInt(Match::start));
        return chosen;
    }

    private static boolean isAnother(Match match, Match other) {
        if (match.kind().equals(other.kind()) || match.sharesWordsWith(other)) {
            return false;
        }
        boolean sameSubject = match.kind().category() == other.kind().category();
        if (other.kind().emergency()) {
            return !match.kind().emergency() && !sameSubject && match.kind().level() == Level.TICKET && match.kind().isOutage();
        }
        boolean ownObject = match.object() != null && other.object() != null;
        return ownObject && !match.kind().thing().equals(other.kind().thing()) || !sameSubject && match.weight() >= 4;
    }

    private static Understanding silence() {
        return new Understanding(
                Level.CHAT, Intent.CHAT, List.of(), null, null, Place.NOWHERE, List.of(), EnumSet.noneOf(Understanding.Flag.class),
                List.of(), List.of(), 1.0);
    }
}
