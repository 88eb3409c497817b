package linli.bot.sandbox.server.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Ids that look like WeCom's. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String group(String name) {
        return derived("wr", "group\n" + name);
    }

    /** The same nickname in the same group is the same person, in every sandbox. */
    public static String resident(String groupId, String nickname) {
        return derived("wm", groupId + "\n" + nickname);
    }

    /** Ends like the msgid of a message in an external group. */
    public static String message() {
        return random(15) + "_external";
    }

    public static String task() {
        return "msg" + random(20);
    }

    public static String random(int bytes) {
        byte[] raw = new byte[bytes];
        RANDOM.nextBytes(raw);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static String derived(String prefix, String from) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(from.getBytes(StandardCharsets.UTF_8));
            return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 30);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
