package linli.bot.parsing;

import java.nio.file.Path;

/** What the reader knows (词库), read from {@code config/lexicon}. */
public final class Lexicon {

    private final String version;

    private Lexicon(String version) {
        this.version = version;
    }

    /** @throws IllegalArgumentException naming the file, line and column that cannot be read */
    public static Lexicon read(Path folder) {
        return new Lexicon("0");
    }

    public String version() {
        return version;
    }
}
