package linli.bot.parsing;

import java.util.List;

/**
 * A line as the rules see it: half width, capitals, without mentions, quotes, links and emoji codes, and exactly as long
 * as it was said, so that every offset also holds in the original.
 *
 * @param text the folded words
 * @param sentences number of the sentence each character stands in
 * @param callsAssistant whether the assistant was mentioned by name
 * @param laughs whether an emoji code or a run of 哈 says that this is fun
 */
record Line(String text, int[] sentences, boolean callsAssistant, boolean laughs) {

    private static final List<String> ASSISTANTS = List.of("@芙蓉小助手", "@小助手", "@机器人");
    private static final List<String> LAUGHING = List.of("破涕为笑", "笑哭", "捂脸", "偷笑", "呲牙", "旺柴", "坏笑", "憨笑", "奸笑", "笑脸", "DOGE");
    /** Longer mentions are no nicknames, and the bound keeps the search linear. */
    private static final int LONGEST_NICKNAME = 24;
    private static final int LONGEST_CODE = 8;

    static Line of(String said) {
        char[] c = new char[said.length()];
        for (int i = 0; i < c.length; i++) {
            c[i] = fold(said.charAt(i));
        }
        blankQuote(c);
        blankLinks(c);
        boolean laughs = blankCodes(c);
        boolean calls = blankMentions(c);
        String text = new String(c);
        return new Line(text, sentencesOf(c), calls, laughs || text.contains("哈哈"));
    }

    /** Folds a word of the lexicon the way lines are folded. */
    static String foldWord(String word) {
        char[] c = word.toCharArray();
        for (int i = 0; i < c.length; i++) {
            c[i] = fold(c[i]);
        }
        return new String(c);
    }

    /** A new line ends none: people send one thought in two lines. */
    static boolean endsSentence(char c) {
        return c == '。' || c == '!' || c == '?' || c == ';' || c == '…';
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Letters and digits only, for lines that are judged as a whole. */
    String bare() {
        StringBuilder b = new StringBuilder(Math.min(text.length(), 256));
        for (int i = 0; i < text.length() && b.length() < 256; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+') {
                b.append(c);
            }
        }
        return b.toString();
    }

    private static char fold(char c) {
        if (c >= '！' && c <= '～') {
            c = (char) (c - 0xFEE0);
        }
        if (c >= 'a' && c <= 'z') {
            return (char) (c - 32);
        }
        return switch (c) {
            case '\r', '\u2028' -> '\n';
            case '—', '–', '−', '‐', '‑', '〜' -> '-';
            case '棟' -> '栋';
            case '單' -> '单';
            case '號' -> '号';
            case '樓' -> '楼';
            case '層' -> '层';
            default -> c == '\n' || Character.isLetterOrDigit(c) || !isInvisible(c) ? c : ' ';
        };
    }

    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT || c == '\uFFFD' || c >= '\uFE00' && c <= '\uFE0F';
    }

    /** WeChat writes a quote as 「who: what」, a row of dashes and then the answer. */
    private static void blankQuote(char[] c) {
        if (c.length == 0 || c[0] != '「') {
            return;
        }
        int close = indexOf(c, '」', 0, c.length);
        if (close < 0) {
            return;
        }
        int end = close + 1;
        while (end < c.length && (c[end] == '\n' || c[end] == ' ' || c[end] == '-')) {
            end++;
        }
        blank(c, 0, end);
    }

    private static void blankLinks(char[] c) {
        for (int i = 0; i + 4 < c.length; i++) {
            if (c[i] == 'H' && c[i + 1] == 'T' && c[i + 2] == 'T' && c[i + 3] == 'P') {
                int end = i;
                while (end < c.length && c[end] > ' ' && c[end] < 0x7F) {
                    end++;
                }
                blank(c, i, end);
                i = end;
            }
        }
    }

    private static boolean blankCodes(char[] c) {
        boolean laughs = false;
        for (int i = 0; i < c.length; i++) {
            if (c[i] == '[' || c[i] == '【') {
                int close = indexOf(c, c[i] == '[' ? ']' : '】', i + 1, Math.min(c.length, i + 2 + LONGEST_CODE));
                if (close > 0 && c[i] == '[') {
                    laughs |= LAUGHING.contains(new String(c, i + 1, close - i - 1));
                    blank(c, i, close + 1);
                }
            }
        }
        return laughs;
    }

    private static boolean blankMentions(char[] c) {
        boolean calls = false;
        for (int i = 0; i < c.length; i++) {
            if (c[i] != '@') {
                continue;
            }
            int named = assistantAt(c, i);
            if (named > 0) {
                calls = true;
                blank(c, i, i + named);
            } else {
                int space = indexOf(c, ' ', i, Math.min(c.length, i + LONGEST_NICKNAME));
                blank(c, i, space > 0 ? space : i + 1);
            }
        }
        return calls;
    }

    private static int assistantAt(char[] c, int at) {
        for (String name : ASSISTANTS) {
            if (at + name.length() <= c.length && name.contentEquals(new String(c, at, name.length()))) {
                return name.length();
            }
        }
        return 0;
    }

    private static int[] sentencesOf(char[] c) {
        int[] sentences = new int[c.length];
        int n = 0;
        for (int i = 0; i < c.length; i++) {
            sentences[i] = n;
            if (endsSentence(c[i])) {
                n++;
            }
        }
        return sentences;
    }

    private static int indexOf(char[] c, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (c[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static void blank(char[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            c[i] = ' ';
        }
    }
}
