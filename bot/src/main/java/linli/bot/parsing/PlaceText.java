package linli.bot.parsing;

/** A folded text as the {@link PlaceScanner} looks at it: what stands at a position, before it and after it. */
class PlaceText {

    /** Punctuation that may follow the last word. */
    private static final int LONGEST_TAIL = 8;

    private final String text;

    PlaceText(String text) {
        this.text = text;
    }

    int length() {
        return text.length();
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    /** A number as written at a stretch of the text, and its bare digits or letter. */
    record Number(int start, int end, String value) {

        boolean isShort() {
            return value.length() <= 3 && !value.isEmpty();
        }
    }

    /** A number at the position: digits, Chinese signs, or a letter with at most two digits; null when it is too long. */
    Number numberAt(int start) {
        if (start < 0 || start >= text.length()) {
            return null;
        }
        char c = text.charAt(start);
        int end = start;
        if (isDigit(c)) {
            if (start > 0 && (isDigit(text.charAt(start - 1)) || isLetter(text.charAt(start - 1)))) {
                return null;
            }
            while (end < text.length() && isDigit(text.charAt(end)) && end - start < 5) {
                end++;
            }
            return end - start > 4 ? null : new Number(start, end, withoutZeros(text.substring(start, end)));
        }
        if (isLetter(c)) {
            if (start > 0 && (isLetter(text.charAt(start - 1)) || isDigit(text.charAt(start - 1)))) {
                return null;
            }
            end++;
            while (end < text.length() && isDigit(text.charAt(end)) && end - start < 4) {
                end++;
            }
            return end - start > 3 || isLetter(charAt(end)) ? null : new Number(start, end, text.substring(start, end));
        }
        while (end < text.length() && Numerals.isNumeral(text.charAt(end)) && end - start < 6) {
            end++;
        }
        String value = end - start > 5 || end == start ? null : Numerals.digits(text.substring(start, end));
        return value == null ? null : new Number(start, end, value);
    }

    /** Prices, times and dates: 3.5, 18:30, 2026-07-14, ￥300. */
    boolean isPartOfAmount(Number n) {
        char before = charAt(n.start() - 1);
        char after = charAt(n.end());
        return before == ':' && isDigit(charAt(n.start() - 2)) || before == '.' && isDigit(charAt(n.start() - 2))
                || (after == ':' || after == '.') && isDigit(charAt(n.end() + 1))
                || before == '￥' || before == '¥' || before == '$'
                || after == '-' && n.value().startsWith("20") && n.value().length() == 4 && isDigit(charAt(n.end() + 1));
    }

    Number afterDash(Number n) {
        int next = n.end();
        return charAt(next) == '-' ? numberAt(next + 1) : null;
    }

    boolean followsAny(int start, String[] words) {
        for (String word : words) {
            if (start >= word.length() && text.startsWith(word, start - word.length())) {
                return true;
            }
        }
        return false;
    }

    String suffixAt(int position, String[]... kinds) {
        for (String[] kind : kinds) {
            for (String suffix : kind) {
                if (text.startsWith(suffix, position)) {
                    return suffix;
                }
            }
        }
        return null;
    }

    boolean textAt(int position, String word) {
        return text.startsWith(word, position);
    }

    /** Looks at most a few characters ahead, so that a text of spaces costs no square. */
    boolean isBlankFrom(int position) {
        for (int i = position; i < text.length() && i < position + LONGEST_TAIL; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() - position <= LONGEST_TAIL;
    }

    int skipSpaces(int position) {
        return charAt(position) == ' ' ? position + 1 : position;
    }

    int beforeSpaces(int position) {
        return charAt(position - 1) == ' ' ? position - 1 : position;
    }

    int endOfRun(int position) {
        char c = text.charAt(position);
        int end = position + 1;
        if (isDigit(c) || isLetter(c)) {
            while (end < text.length() && (isDigit(text.charAt(end)) || isLetter(text.charAt(end)) && isLetter(c))) {
                end++;
            }
        } else if (Numerals.isNumeral(c) && end < text.length() && Numerals.isNumeral(text.charAt(end))
                && end - position < 2 && Numerals.digits(text.substring(position, end + 1)) == null) {
            // 七八栋: about there, and neither of the two.
            return end + 1;
        }
        return end;
    }

    private static String withoutZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    char charAt(int position) {
        return position >= 0 && position < text.length() ? text.charAt(position) : 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
