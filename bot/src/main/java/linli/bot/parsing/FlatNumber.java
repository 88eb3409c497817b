package linli.bot.parsing;

import linli.bot.parsing.PlaceText.Number;

/** Tells 12-6-2 (building, unit, flat) from a date, a count-down and a football team's formation. */
final class FlatNumber {

    private static final int MOST_UNITS = 9;
    private static final int MOST_FLATS = 40;
    /** Players of a formation without the goalkeeper: 4-4-2. */
    private static final int PLAYERS = 10;
    private static final int FIRST_YEAR = 20;
    private static final int LAST_YEAR = 30;

    private FlatNumber() {
    }

    static boolean isFlat(PlaceText text, Number a, Number b, Number c) {
        boolean digits = PlaceText.isDigit(a.value().charAt(0)) && PlaceText.isDigit(b.value().charAt(0)) && PlaceText.isDigit(c.value().charAt(0));
        if (!digits || c.value().length() > 2 || a.value().length() > 2 || text.charAt(c.end()) == '-' || text.charAt(c.end()) == '号'
                || text.charAt(a.start() - 1) == '-') {
            return false;
        }
        int building = Integer.parseInt(a.value());
        int unit = Integer.parseInt(b.value());
        int flat = Integer.parseInt(c.value());
        boolean counting = unit - building == flat - unit && Math.abs(unit - building) <= 1;
        boolean date = building >= FIRST_YEAR && building <= LAST_YEAR;
        return unit > 0 && unit <= MOST_UNITS && flat > 0 && flat <= MOST_FLATS && building + unit + flat != PLAYERS && !counting && !date;
    }
}
