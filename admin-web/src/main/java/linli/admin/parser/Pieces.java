package linli.admin.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import linli.bot.parsing.Span;
import linli.bot.text.Texts;

/** Cuts a line into stretches that are coloured alike. */
final class Pieces {

    private static final String WORD = "word";

    private Pieces() {}

    /**
     * A stretch of the line.
     *
     * @param look name of its colour, empty for plain text
     * @param label what it is, in a word
     */
    public record Piece(String text, String look, String label) {}

    /** @param predicates the words that counted, objects and faults joined by {@code +} */
    static List<Piece> of(String text, List<Span> spans, List<String> predicates) {
        String[] looks = new String[text.length()];
        for (String predicate : predicates) {
            for (String word : predicate.split("\\+")) {
                int at = word.isEmpty() ? -1 : text.toUpperCase().indexOf(word.toUpperCase());
                if (at >= 0) {
                    Arrays.fill(looks, at, Math.min(text.length(), at + word.length()), WORD);
                }
            }
        }
        for (Span span : spans) {
            Arrays.fill(looks, Math.min(span.start(), text.length()), Math.min(span.end(), text.length()), span.label().name());
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || !java.util.Objects.equals(looks[i], looks[from])) {
                pieces.add(piece(text.substring(from, i), looks[from]));
                from = i;
            }
        }
        return pieces;
    }

    private static Piece piece(String text, String look) {
        if (look == null) {
            return new Piece(text, "", "");
        }
        boolean word = look.equals(WORD);
        return new Piece(text, word ? "seen-word" : "seen-place", Texts.of(word ? "parser.word" : "parser.span." + look));
    }
}
