package linli.bot.parsing;

/** A folded postal address as the {@link AddressScanner} looks at it: numbers, dashes and the names before them. */
final class AddressText extends PlaceText {

    static final int LONGEST_NUMBER = 5;
    /** The widest stretch of house numbers that one shop front has: 210-214号. */
    private static final int WIDEST_FRONT = 40;
    /** The name before a number that makes it the road's or the village's own. */
    private static final String ROADS = "路街道弄巷段村组社队";
    private static final String[] NEW_VILLAGE = {"新村"};

    AddressText(String text) {
        super(text);
    }

    /** A number as written. */
    record Part(int start, int end) {

        int length() {
            return end - start;
        }
    }

    Part partAt(int start) {
        char before = charAt(start - 1);
        char c = charAt(start);
        if (PlaceText.isDigit(c) && PlaceText.isDigit(before) || (PlaceText.isDigit(c) || PlaceText.isLetter(c)) && PlaceText.isLetter(before)) {
            return null;
        }
        int end = start;
        if (isHan(start)) {
            while (isHan(end) && end - start < LONGEST_NUMBER) {
                end++;
            }
            return new Part(start, end);
        }
        while (PlaceText.isLetter(charAt(end)) && end - start < 2) {
            end++;
        }
        int digits = end;
        while (PlaceText.isDigit(charAt(end)) && end - digits <= LONGEST_NUMBER) {
            end++;
        }
        if (end == start || end - digits > LONGEST_NUMBER) {
            return null;
        }
        boolean trailing = end > digits && digits == start && PlaceText.isLetter(charAt(end))
                && !PlaceText.isLetter(charAt(end + 1));
        return new Part(start, trailing ? end + 1 : end);
    }

    Part afterDash(Part p) {
        char c = charAt(p.end());
        boolean dash = c == '-' || c == '一' && PlaceText.isDigit(charAt(p.end() + 1)) && PlaceText.isDigit(charAt(p.end() - 1));
        Part next = dash ? partAt(p.end() + 1) : null;
        return next != null && !isHan(next.start()) ? next : null;
    }

    /** 210-214号: one front on the road, not number 458 in number 456. */
    boolean isFront(Part a, Part b) {
        if (a.length() != b.length() || !isDigits(a) || !isDigits(b)) {
            return false;
        }
        int width = number(b) - number(a);
        return width > 0 && width <= WIDEST_FRONT;
    }

    /** Whether nothing but a closing remark follows: 电联. */
    boolean endsAt(int end) {
        return end >= length() || " _,.;/(".indexOf(charAt(end)) >= 0 || textAt(end, "电联");
    }

    boolean isNumberAt(int position) {
        return PlaceText.isDigit(charAt(position)) || isHan(position);
    }

    boolean isZone(int start) {
        return charAt(start - 1) == '区' && (PlaceText.isLetter(charAt(start - 2)) || isNumberAt(start - 2));
    }

    boolean followsRoad(int start) {
        char c = charAt(charAt(start - 1) == '_' ? start - 2 : start - 1);
        return c != 0 && ROADS.indexOf(c) >= 0 && !followsAny(start, NEW_VILLAGE);
    }

    boolean isHan(int position) {
        char c = charAt(position);
        return c == '两' || Numerals.isNumeral(c);
    }

    boolean isLetters(Part p) {
        return PlaceText.isLetter(charAt(p.end() - 1)) && PlaceText.isLetter(charAt(p.start()));
    }

    boolean isDigits(Part p) {
        return PlaceText.isDigit(charAt(p.start())) && PlaceText.isDigit(charAt(p.end() - 1));
    }

    private int number(Part p) {
        return Integer.parseInt(between(p.start(), p.end()));
    }

    int endOfName(int position) {
        int end = position + 1;
        if (PlaceText.isDigit(charAt(position)) || PlaceText.isLetter(charAt(position))) {
            while (PlaceText.isDigit(charAt(end)) || PlaceText.isLetter(charAt(end))) {
                end++;
            }
        }
        return end;
    }

    String value(Part p) {
        String written = between(p.start(), p.end());
        String digits = isHan(p.start()) ? Numerals.digits(written.replace('两', '二')) : written;
        return digits == null ? written : digits;
    }
}
