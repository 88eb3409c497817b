package linli.bot.parsing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The lexicon as it ships, wherever the tests are started from. */
final class Lexicons {

    private static final Parser PARSER = new Parser(shipped());

    private Lexicons() {
    }

    static Path folder() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("config/lexicon"))) {
            at = at.getParent();
        }
        return at.resolve("config/lexicon");
    }

    static Lexicon shipped() {
        return Lexicon.read(folder());
    }

    static Parser parser() {
        return PARSER;
    }
}
