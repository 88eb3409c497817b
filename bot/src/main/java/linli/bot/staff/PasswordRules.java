package linli.bot.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.problem.Invalid;

/** What a password has to be: long, not one everybody tries, not the person's own name. No rule on kinds of characters. */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** BCrypt reads no further than this many bytes. */
    private static final int MOST_BYTES = 72;

    /** Without 0 O 1 l I, which look alike on paper. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> COMMON = readCommon();

    private PasswordRules() {}

    static void check(String userid, String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Invalid("problem.password.short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Invalid("problem.password.long");
        }
        if (plain.contains(userid.toLowerCase(Locale.ROOT)) || isCommon(plain)) {
            throw new Invalid("problem.password.common");
        }
    }

    /** A password to be read out once: four groups of four. */
    static String generate() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            word.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return word.toString();
    }

    /** Also when it is a common word with figures behind, one word twice, or one character over and over. */
    private static boolean isCommon(String plain) {
        String stem = plain.replaceAll("[\\d\\W_]+$", "");
        String half = plain.substring(0, plain.length() / 2);
        return COMMON.contains(plain)
                || COMMON.contains(stem)
                || plain.length() % 2 == 0 && plain.equals(half + half)
                || plain.chars().distinct().count() < 5;
    }

    private static Set<String> readCommon() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return in.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
