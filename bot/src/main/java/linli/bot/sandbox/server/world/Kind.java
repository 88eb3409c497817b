package linli.bot.sandbox.server.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of message it is. */
public enum Kind {
    TEXT,
    IMAGE,
    VOICE,
    VIDEO,
    FILE,
    LINK,
    FORWARD,
    STICKER,
    LOCATION,
    REVOKE,
    /** Consent to the archive given or taken back; in the archive, not in the chat. */
    AGREE,
    DISAGREE,
    /** A type that no reader has ever seen. */
    UNKNOWN;

    /** As the JSON API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWords() {
        return this == TEXT;
    }

    /** @return empty for a word that names no kind a caller may send */
    public static Optional<Kind> of(String word) {
        return sendable().stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    public static List<Kind> sendable() {
        return Arrays.stream(values()).filter(kind -> kind != AGREE && kind != DISAGREE).toList();
    }
}
