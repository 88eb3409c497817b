package linli.bot.sandbox.server.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names somebody may have meant. */
final class Nearest {

    private static final int SHOWN = 5;

    private Nearest() {}

    static List<String> to(String wanted, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name)).thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** Levenshtein's distance, over the first 60 characters. */
    private static int distance(String from, String to) {
        String a = from.substring(0, Math.min(60, from.length()));
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
