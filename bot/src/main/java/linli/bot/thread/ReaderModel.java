package linli.bot.thread;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.bot.learn.LinearModel;

/** Where the reader's model is kept: built into the program from {@code config/corpus}, or in a file of its own. */
public final class ReaderModel {

    private static final String BUILT_IN = "reader.model";

    private ReaderModel() {
    }

    /** @throws IllegalStateException when the program was built without a model */
    public static LinearModel builtIn() {
        try (InputStream in = ReaderModel.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the reader's model was not built; build the bot module again");
            }
            return LinearModel.read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException when the file cannot be read or holds no model */
    public static LinearModel read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return LinearModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    public static void write(LinearModel model, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(out);
        }
    }
}
