package linli.admin.parser;

import java.util.List;
import java.util.Map;
import linli.bot.parsing.Category;
import linli.bot.parsing.Understanding;
import linli.bot.text.Texts;
import linli.bot.thread.ThreadReading;
import linli.bot.workbench.TrialRun;

/** A reading in the words of the page. */
record Explained(
        List<Pieces.Piece> pieces,
        String level,
        String intent,
        String action,
        String category,
        List<Likely> categories,
        List<String> words,
        List<String> vetoes,
        List<String> flags,
        String told,
        boolean urgent,
        int request,
        TrialRun.Outcome outcome) {

    /** @param percent how likely, 0 to 100 */
    record Likely(String label, int percent) {}

    static Explained of(String text, TrialRun.Outcome outcome) {
        ThreadReading reading = outcome.reading();
        Understanding line = reading.line();
        return new Explained(
                Pieces.of(text, line.spans(), line.predicates()),
                line.level().name(),
                Texts.label(reading.intent()),
                Texts.of("parser.action." + reading.action()),
                reading.category() == null ? Texts.of("parser.category.NONE") : Texts.label(reading.category()),
                likely(outcome.categories()),
                line.predicates().stream().map(word -> word.replace("+", " + ")).toList(),
                line.vetoes().stream().map(Explained::veto).toList(),
                line.flags().stream().map(flag -> Texts.of("parser.flag." + flag)).sorted().toList(),
                line.command() != null ? Texts.of("parser.command." + line.command().verb())
                        : line.followUp() != null ? Texts.of("parser.followUp." + line.followUp()) : null,
                reading.urgent(),
                percent(reading.request()),
                outcome);
    }

    private static List<Likely> likely(Map<String, Double> categories) {
        return categories.entrySet().stream().map(entry -> new Likely(category(entry.getKey()), percent(entry.getValue()))).toList();
    }

    static String category(String name) {
        return name == null || name.equals("NONE") ? Texts.of("parser.category.NONE") : Texts.label(Category.valueOf(name));
    }

    /** {@code PAST:上个月} is 说的是过去的事（上个月）. */
    static String veto(String veto) {
        int colon = veto.indexOf(':');
        String sign = Texts.of("parser.veto." + (colon < 0 ? veto : veto.substring(0, colon)).replace(' ', '-'));
        return colon < 0 ? sign : Texts.of("parser.veto-with-word", sign, veto.substring(colon + 1));
    }

    static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
