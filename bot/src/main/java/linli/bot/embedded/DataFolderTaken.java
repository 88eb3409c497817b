package linli.bot.embedded;

import java.nio.file.Path;

/** Another process works on the data folder: two would give one community two minds. */
class DataFolderTaken extends IllegalStateException {

    private final Path folder;

    DataFolderTaken(Path folder) {
        super("data folder is in use: " + folder);
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
