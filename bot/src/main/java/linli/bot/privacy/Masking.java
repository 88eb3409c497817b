package linli.bot.privacy;

import linli.bot.parsing.PersonalData;

/** Hides personal data in words that go to a screen, an export or a history. */
public final class Masking {

    private static final String STARS = "****";

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
