package linli.bot.parsing;

/** Numbers in Chinese signs, as they name buildings and floors: 二十三 is 23, 五零一 is 501. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {
    }

    /** 两 counts (两栋 are two of them) and never names, so it is no numeral here. */
    static boolean isNumeral(char c) {
        return c == '〇' || c == '十' || c == '百' || DIGITS.indexOf(c) >= 0;
    }

    /** The number as bare digits, or null when the signs make none. */
    static String digits(CharSequence signs) {
        boolean plain = true;
        for (int i = 0; i < signs.length(); i++) {
            plain &= signs.charAt(i) != '十' && signs.charAt(i) != '百';
        }
        return plain ? spelled(signs) : counted(signs);
    }

    private static String spelled(CharSequence signs) {
        if (signs.length() == 2) {
            // 三四栋 means one of the two, which is no number.
            return null;
        }
        StringBuilder b = new StringBuilder(signs.length());
        for (int i = 0; i < signs.length(); i++) {
            b.append(digit(signs.charAt(i)));
        }
        return b.toString();
    }

    private static String counted(CharSequence signs) {
        int length = signs.length();
        if (length > 2 && signs.charAt(length - 2) == '百' && signs.charAt(length - 1) != '十') {
            // 三百八 is 380, as prices are said.
            String hundreds = counted(signs.subSequence(0, length - 1));
            return hundreds == null ? null : Integer.toString(Integer.parseInt(hundreds) + 10 * digit(signs.charAt(length - 1)));
        }
        int sum = 0;
        int digit = -1;
        int lastUnit = 1000;
        for (int i = 0; i < signs.length(); i++) {
            char c = signs.charAt(i);
            if (c == '十' || c == '百') {
                int unit = c == '十' ? 10 : 100;
                if (unit >= lastUnit || digit < 0 && i > 0 && signs.charAt(i - 1) != '零') {
                    return null;
                }
                sum += (digit < 0 ? 1 : digit) * unit;
                lastUnit = unit;
                digit = -1;
            } else if (digit > 0) {
                return null;
            } else {
                digit = digit(c);
            }
        }
        return Integer.toString(sum + Math.max(digit, 0));
    }

    private static int digit(char c) {
        return c == '〇' ? 0 : DIGITS.indexOf(c);
    }
}
