package linli.bot.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** Looks up Chinese words by key. A missing key is a defect and throws, so that no raw key reaches a screen. */
public final class Texts {

    private static final Properties WORDS = read();

    private Texts() {}

    /**
     * @param key a key of {@code texts.properties}
     * @param values fill {@code {0}}, {@code {1}}…
     */
    public static String of(String key, Object... values) {
        String pattern = WORDS.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("texts.properties has no " + key);
        }
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.CHINA).format(values);
    }

    /** The Chinese word for a state, role, category…: key {@code label.<Type>.<CONSTANT>}. */
    public static String label(Enum<?> constant) {
        return of("label." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Texts.class.getResourceAsStream("/linli/bot/texts.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
