package linli.bot.parsing;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the reader knows (词库), read from {@code config/lexicon}. Immutable; find all words in one pass. */
public final class Lexicon {

    private static final List<String> GUESSES = List.of("question", "suggestion", "complaint", "fraud", "gathering", "pressed");

    private final String version;
    private final Map<String, Kind> kinds;
    private final TreeMap<String, List<Role>> words;
    private final AhoCorasickDoubleArrayTrie<Hit.Word> automaton;
    private final int patterns;

    private Lexicon(String version, Map<String, Kind> kinds, TreeMap<String, List<Role>> words, int patterns) {
        this.version = version;
        this.kinds = kinds;
        this.words = words;
        TreeMap<String, Hit.Word> known = new TreeMap<>();
        words.forEach((word, roles) -> known.put(word, Hit.Word.of(roles)));
        this.automaton = new AhoCorasickDoubleArrayTrie<>(known);
        this.patterns = patterns;
    }

    /** @throws IllegalArgumentException naming the file, line and column that cannot be read */
    public static Lexicon read(Path folder) {
        LexiconReader reader = new LexiconReader(folder);
        reader.readAll();
        for (String key : GUESSES) {
            if (!reader.kinds().containsKey(key)) {
                throw new IllegalArgumentException("kinds.csv: the row " + key + " is missing; its words may be empty but not the row");
            }
        }
        return new Lexicon(versionOf(folder), reader.kinds(), reader.words(), reader.patterns());
    }

    public String version() {
        return version;
    }

    /** The matter of a kind (电梯停运), for screens that list kinds. */
    public Optional<String> kindLabel(String key) {
        return Optional.ofNullable(kinds.get(key)).map(Kind::matter);
    }

    /** Keys of all kinds, emergencies first. */
    public Set<String> kindKeys() {
        return Collections.unmodifiableSet(kinds.keySet());
    }

    /** Keys of every acknowledgement that {@code config/replies.yml} must hold. */
    public Set<String> replyKeys() {
        Set<String> keys = new TreeSet<>();
        kinds.values().forEach(kind -> keys.add(kind.reply()));
        return keys;
    }

    /** The row of {@code kinds.csv} for what is read from the sentence and not from words: question, suggestion… */
    Kind guess(String key) {
        return kinds.get(key);
    }

    /** Every word in the text, in order of its end; overlapping ones too. */
    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        automaton.parseText(text, (int begin, int end, Hit.Word word) -> hits.add(new Hit(begin, end, word)));
        return hits;
    }

    Collection<String> allWords() {
        return words.keySet();
    }

    int patterns() {
        return patterns;
    }

    private static String versionOf(Path folder) {
        try (var files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
