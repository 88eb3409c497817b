package linli.bot.thread;

import linli.bot.learn.Features;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Level;
import linli.bot.parsing.Span;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Utterance;

/** What a line says by itself, as features: its characters and what the rules made of them. */
final class LineFacts {

    /** How loud the characters speak beside the rules and the shape; this and the longest gram were found on the held-out threads. */
    private static final float GRAMS = 3.5f;
    private static final int LONGEST_GRAM = 2;
    private static final int BRIEF = 14;

    private LineFacts() {
    }

    static Features of(Said said, Understanding line) {
        Features f = new Features();
        String text = normal(line.words());
        f.addGrams(said.staff() ? "staff" : "said", text, 1, LONGEST_GRAM, GRAMS);
        rules(f, line);
        shape(f, said.words(), text, line);
        f.add("always");
        return f;
    }

    /** Digits say only that there is a number; several spaces are one. */
    static String normal(String words) {
        StringBuilder b = new StringBuilder(Math.min(words.length(), 1024));
        char before = ' ';
        for (int i = 0; i < words.length() && b.length() < 1024; i++) {
            char c = words.charAt(i);
            c = c >= '0' && c <= '9' ? '0' : c == '\n' || c == ',' || c == '，' || c == '.' ? ' ' : c;
            if (!(c == ' ' && before == ' ') && !(c == '0' && before == '0')) {
                b.append(c);
            }
            before = c;
        }
        while (b.length() > 0 && b.charAt(b.length() - 1) == ' ') {
            b.setLength(b.length() - 1);
        }
        return b.toString();
    }

    private static void rules(Features f, Understanding line) {
        f.add("level", line.level());
        f.add("intent", line.intent());
        FollowUp followUp = line.followUp();
        f.add("follow", followUp);
        if (line.command() != null) {
            f.add("command", line.command().verb());
        }
        for (Trouble trouble : line.troubles()) {
            f.add("kind", trouble.kind());
            f.add("category", trouble.category());
            f.add("level", line.level(), trouble.category());
            if (trouble.urgent() && line.level() != Level.CHAT) {
                f.add("urgent");
            }
        }
        line.evidence().forEach(fact -> f.weigh(0.7f, fact));
        for (String veto : line.vetoes()) {
            int colon = veto.indexOf(':');
            f.add("veto", colon < 0 ? veto : veto.substring(0, colon));
        }
    }

    private static void shape(Features f, Utterance utterance, String text, Understanding line) {
        int length = text.length();
        f.add("length", length == 0 ? 0 : length <= 2 ? 1 : length <= 4 ? 2 : length <= 8 ? 3 : length <= BRIEF ? 4 : length <= 24 ? 5 : length <= 50 ? 6 : 7);
        for (Span span : line.spans()) {
            f.add("span", span.label());
        }
        if (line.spans().isEmpty()) {
            f.add("span:none");
        }
        if (text.indexOf('?') >= 0) {
            f.add("asks");
        }
        if (text.indexOf('!') >= 0) {
            f.add("shouts");
        }
        String said = utterance.text();
        if (said.contains("[图片]") || said.contains("[视频]") || utterance.kind() == Utterance.Kind.IMAGE) {
            f.add("picture");
        } else if (said.indexOf('[') >= 0) {
            f.add("face");
        }
        if (said.startsWith("「")) {
            f.add("quotes");
        }
        if (said.indexOf('@') >= 0) {
            f.add("calls");
        }
        if (said.indexOf('\n') >= 0) {
            f.add("lines");
        }
    }
}
