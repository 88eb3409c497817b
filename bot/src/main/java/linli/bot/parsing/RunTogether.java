package linli.bot.parsing;

import linli.bot.parsing.PlaceText.Number;

/**
 * A tower and what lies in it, typed without anything between: T429楼 is floor 29 of T4, T32208 flat 2208 of T3.
 *
 * @param tower a letter and one digit
 * @param inside the digits of what lies in it
 * @param kind what that is: unit, floor or room
 */
record RunTogether(Number tower, Number inside, Span.Label kind) {

    private static final int FLOOR_DIGITS = 2;
    private static final int ROOM_DIGITS = 4;

    /** How long the word behind the number is. */
    int suffixLength() {
        return switch (kind) {
            case UNIT -> 2;
            case FLOOR -> 1;
            default -> 0;
        };
    }

    /**
     * What stands at the position, or null.
     *
     * @param nickname whether people call themselves by it, who leave the tower's digit out: A1806
     */
    static RunTogether at(PlaceText text, int start, boolean nickname) {
        if (!mayStart(text, start)) {
            return null;
        }
        int inside = start + 1 + (nickname && digitsFrom(text, start + 1) == ROOM_DIGITS ? 0 : 1);
        int end = inside + digitsFrom(text, inside);
        if (PlaceText.isLetter(text.charAt(end)) || text.charAt(inside) == '0') {
            return null;
        }
        Number tower = new Number(start, inside, text.between(start, inside));
        Number number = new Number(inside, end, text.between(inside, end));
        if (end - inside == ROOM_DIGITS && BareRoom.isRoomNumber(number)) {
            return new RunTogether(tower, number, Span.Label.ROOM);
        }
        if (end - inside == 1 && text.textAt(end, "单元")) {
            return new RunTogether(tower, number, Span.Label.UNIT);
        }
        char after = text.charAt(end);
        return end - inside == FLOOR_DIGITS && (after == '楼' || after == '层') ? new RunTogether(tower, number, Span.Label.FLOOR) : null;
    }

    private static int digitsFrom(PlaceText text, int start) {
        int end = start;
        while (PlaceText.isDigit(text.charAt(end)) && end - start <= ROOM_DIGITS) {
            end++;
        }
        return end - start;
    }

    // Not inside a word, and not the 京A12345 of a number plate.
    private static boolean mayStart(PlaceText text, int start) {
        char before = text.charAt(start - 1);
        return LetterBuilding.isLetterOfTower(text.charAt(start)) && PlaceText.isDigit(text.charAt(start + 1))
                && !PlaceText.isLetter(before) && !PlaceText.isDigit(before) && !LetterBuilding.isProvince(before);
    }
}
