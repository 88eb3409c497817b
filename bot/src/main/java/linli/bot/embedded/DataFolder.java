package linli.bot.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder the embedded servers live in, held by this process alone for as long as it lives. */
final class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final FileChannel lock;
    private final String password;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    private DataFolder(Path path, FileChannel lock, String password) {
        this.path = path;
        this.lock = lock;
        this.password = password;
    }

    /**
     * The operating system drops the lock with the process, however that ends; so servers found running under a folder
     * whose lock is free belong to nobody any more.
     *
     * @throws DataFolderTaken when another process holds it
     */
    static DataFolder claim(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("linli.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new DataFolderTaken(path);
            }
            return new DataFolder(path, channel, readOrMakePassword(path.resolve("servers.password")));
        } catch (IOException e) {
            throw new ServersUnavailable("folder", path.toString(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whoever else is logged in on this machine can reach the ports but cannot read this file. */
    private static String readOrMakePassword(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        writePrivately(file, password);
        return password;
    }

    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }

    Path path() {
        return path;
    }

    String password() {
        return password;
    }

    synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start(path, password);
        }
        return postgres;
    }

    synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = EmbeddedRedis.start(path, password);
        }
        return redis;
    }

    @Override
    public synchronized void close() {
        if (redis != null) {
            redis.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info("Embedded servers under {} have stopped", path);
    }
}
