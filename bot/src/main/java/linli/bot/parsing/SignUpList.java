package linli.bot.parsing;

/** Tells the address of who signs up in a list (2. 3-801 2人) from a place that something is said about. */
final class SignUpList {

    private static final String HEADS = "大小人份个斤位只";

    private SignUpList() {
    }

    /** Whether the numbers between the offsets stand behind a list's number and before a count of heads. */
    static boolean names(PlaceText text, int start, int end) {
        int dot = text.beforeSpaces(start) - 1;
        if (text.charAt(dot) != '.' && text.charAt(dot) != '、' || !PlaceText.isDigit(text.charAt(dot - 1))) {
            return false;
        }
        int next = text.skipSpaces(end);
        return text.charAt(next) == '带' || PlaceText.isDigit(text.charAt(next)) && HEADS.indexOf(text.charAt(next + 1)) >= 0;
    }
}
