package linli.bot.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import linli.bot.learn.LinearModel;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.thread.ReaderModel;

/** Trains the reader while the program is built, unless neither the talk, the words nor the program changed since. */
public final class TrainReader {

    private static final String HELD_OUT = "held-out";

    private TrainReader() {
    }

    /** Arguments: folder of the lexicon, folder of the corpus, folder of the compiled classes, the model's file. */
    /** Files that no model may learn from: they tell how good it is. */
    public static boolean isHeldOut(String file) {
        return file.startsWith(HELD_OUT);
    }

    public static void main(String[] arguments) throws IOException {
        Path lexicon = Path.of(arguments[0]);
        Path talk = Path.of(arguments[1]);
        Path classes = Path.of(arguments[2]);
        Path model = Path.of(arguments[3]);
        String version = versionOf(List.of(lexicon, talk, classes.resolve("linli/bot/parsing"), classes.resolve("linli/bot/learn"),
                classes.resolve("linli/bot/thread"), classes.resolve("linli/bot/corpus")), model);
        if (Files.exists(model) && ReaderModel.read(model).version().equals(version)) {
            return;
        }
        Corpus corpus = Corpus.read(talk).of(file -> !isHeldOut(file));
        LinearModel trained = ReaderTraining.train(new Parser(Lexicon.read(lexicon)), corpus, version);
        Files.createDirectories(model.getParent());
        ReaderModel.write(trained, model);
    }

    private static String versionOf(List<Path> folders, Path except) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.equals(except)).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
