package linli.bot.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.parsing.PersonalData;

/** Hides personal data in words that go to a screen, an export or a history. */
public final class Masking {

    private static final String STARS = "****";

    /** Words before the first colon or line end, when they are few. */
    private static final Pattern LIST_HEAD = Pattern.compile("[^：:，,、\\s\\d]{1,12}[：:\\n]\\s*");

    private Masking() {}

    /** The words with telephone numbers, identity numbers, plates and card numbers starred; null stays null. */
    public static String mask(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        var found = PersonalData.find(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            PersonalData.Item hit = found.get(i);
            int keep = Math.min(3, (hit.end() - hit.start()) / 3);
            masked.replace(hit.start() + keep, hit.end(), STARS);
        }
        return masked.toString();
    }

    /** A list of people: what it is a list of, and nobody on it. */
    public static String list(String text) {
        Matcher head = LIST_HEAD.matcher(text);
        return (head.lookingAt() ? head.group() : "") + STARS;
    }

    /** A number that is known to be a telephone's: its beginning, and of a mobile number the end by which people recognise it. */
    public static String phone(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(0, Math.min(3, digits.length())) + STARS + (digits.length() >= 11 ? digits.substring(digits.length() - 4) : "");
    }

    /** A nickname as colleagues may see it: its first character; a door number such as 3-2-501 keeps only the building. */
    public static String nickname(String nickname) {
        if (nickname == null || nickname.isBlank()) {
            return "*";
        }
        String tidy = nickname.strip();
        int first = tidy.offsetByCodePoints(0, 1);
        return tidy.substring(0, first) + "**";
    }
}
