package linli.bot.reply;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.settings.Settings;
import linli.bot.text.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Says the sentences of {@code replies.yml}, with the community's telephone numbers filled in. */
@Component
public class Replies {

    /** A sentence the program asks for by name; the file must hold each. */
    private static final List<String> NEEDED = List.of(
            "registered", "registered-voices", "lift", "lift-voices", "two-registered", "two-item", "falling", "blackout", "pipe-burst",
            "courier-locker", "drilling", "night-works", "still-going", "night-suffix", "bite", "neighbour-noise",
            "restricted-received", "pressed", "emergency", "fire", "gas", "trapped", "welfare", "missing", "flood", "jump",
            "selfharm", "injury", "emergency-accepted", "accepted", "voices", "started", "ask", "ask-again", "lapsed", "handed-off", "resolved", "reopened",
            "rejected", "progress", "progress-restricted", "withdrawn", "voice-withdrawn", "withdraw-refused", "opted-out",
            "opted-in", "contact", "contact-property-fee", "please-say-more", "privacy-reminder", "named-list-reminder", "ambiguous-number",
            "unknown-number", "welcome", "reopen-late", "reopen-often", "help", "crew", "promise", "back-default", "note-said", "accepted-said", "resolved-said",
            "lift-suffix", "faq", "which-number", "digest", "digest-item", "who.GRID", "who.DESK",
            "notice-lasting", "notice-overdue", "notice-matter.WATER", "notice-matter.POWER", "notice-matter.GAS", "notice-matter.LIFT",
            "notice-back.WATER", "notice-back.POWER", "notice-back.GAS", "notice-back.LIFT");

    private static final Pattern CLAUSE = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
    private static final Pattern BRACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.-]*)}");
    private static final String PHONE = "phone.";

    private final Map<String, String> sentences = new TreeMap<>();
    private final Settings settings;

    Replies(@Value("${linli.config:config}") Path config, Settings settings) {
        this.settings = settings;
        Path file = config.resolve("replies.yml");
        try (Reader in = Files.newBufferedReader(file)) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            flatten("", read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> missing = NEEDED.stream().filter(key -> !sentences.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(Texts.of("problem.replies.missing", file, String.join("、", missing)));
        }
    }

    private void flatten(String prefix, Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value));
        } else if (node != null) {
            sentences.put(prefix, String.valueOf(node).strip());
        }
    }

    /** Whether the file holds such a sentence. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** A word the sentences use, such as {@code who.GRID}. */
    public Optional<String> word(String key) {
        return Optional.ofNullable(sentences.get(key));
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * @param values fill the braces; a null or empty value counts as missing. Telephone numbers are filled in by themselves
     * @throws IllegalArgumentException when there is no such sentence, or a value is missing outside of {@code [[…]]}
     */
    public String say(String key, Map<String, String> values) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("replies.yml has no " + key);
        }
        Matcher clauses = CLAUSE.matcher(sentence);
        StringBuilder said = new StringBuilder();
        while (clauses.find()) {
            String clause = clauses.group(1);
            boolean whole = BRACE.matcher(clause).results().allMatch(brace -> value(brace.group(1), values) != null);
            clauses.appendReplacement(said, Matcher.quoteReplacement(whole ? clause : ""));
        }
        clauses.appendTail(said);
        return fill(key, said.toString(), values);
    }

    private String fill(String key, String sentence, Map<String, String> values) {
        Matcher braces = BRACE.matcher(sentence);
        StringBuilder said = new StringBuilder();
        while (braces.find()) {
            String value = value(braces.group(1), values);
            if (value == null) {
                throw new IllegalArgumentException("reply " + key + " lacks " + braces.group(1));
            }
            braces.appendReplacement(said, Matcher.quoteReplacement(value));
        }
        return braces.appendTail(said).toString();
    }

    private String value(String name, Map<String, String> values) {
        String value = name.startsWith(PHONE) ? settings.phone(name.substring(PHONE.length())).orElse(null) : values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
