package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses among the matches of a line those that are troubles of their own. */
final class Selection {

    private static final int MOST_TROUBLES = 3;
    private static final int MOST_MATCHES = 400;

    private Selection() {
    }

    /** Emergencies first, then the closest fit; a second trouble needs words of its own and something like 另外 before it. */
    static List<Match> of(List<Match> matches, Findings findings) {
        List<Match> chosen = new ArrayList<>(MOST_TROUBLES);
        List<Match> best = matches.subList(0, Math.min(MOST_MATCHES, matches.size()));
        for (boolean emergency : new boolean[] {true, false}) {
            for (Match match : best) {
                if (match.kind().emergency() == emergency && chosen.size() < MOST_TROUBLES
                        && chosen.stream().allMatch(other -> isAnother(match, other, findings))) {
                    chosen.add(match);
                }
            }
        }
        chosen.sort(Comparator.comparing((Match m) -> !m.kind().emergency()).thenComparingInt(Match::start));
        return chosen;
    }

    private static boolean isAnother(Match match, Match other, Findings findings) {
        if (match.kind().equals(other.kind()) || match.sharesWordsWith(other)) {
            return false;
        }
        boolean sameSubject = match.kind().category() == other.kind().category();
        if (other.kind().emergency()) {
            return !match.kind().emergency() && !sameSubject && match.kind().isOutage();
        }
        boolean ownObjects = match.object() != null && other.object() != null && !match.kind().thing().equals(other.kind().thing());
        return (ownObjects || !sameSubject && match.weight() >= 4) && findings.separates(match, other, Sign.ALSO);
    }
}
