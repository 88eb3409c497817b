package linli.bot.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose program was killed: it runs on, and the next start could not have its data folder. */
final class LeftoverProcess {

    private static final Logger log = LoggerFactory.getLogger(LeftoverProcess.class);
    private static final long PATIENCE_SECONDS = 10;

    private LeftoverProcess() {}

    /**
     * Stops the process named by a pid file, if it is alive and is ours. Process numbers are reused, so a live process
     * counts as ours only when it runs the named program out of our own folder.
     */
    static void stop(Path pidFile, String program, Path binaries) throws IOException {
        Optional<ProcessHandle> found = named(pidFile);
        if (found.isEmpty() || !runs(found.get(), program, binaries)) {
            Files.deleteIfExists(pidFile);
            return;
        }
        log.warn("Stopping {} (process {}), left over from a program that was killed", program, found.get().pid());
        end(found.get());
        Files.deleteIfExists(pidFile);
    }

    static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        return read(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private static Optional<Long> read(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).filter(line -> line.matches("\\d{1,18}")).map(Long::valueOf);
        }
    }

    private static boolean runs(ProcessHandle process, String program, Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return false;
        }
        String home = binaries.toRealPath().toString();
        return process.info()
                .command()
                .filter(command -> command.startsWith(home) && command.contains(program))
                .isPresent();
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        if (!hasEnded(process, PATIENCE_SECONDS)) {
            process.destroyForcibly();
            hasEnded(process, PATIENCE_SECONDS);
        }
    }

    static boolean hasEnded(ProcessHandle process, long seconds) throws IOException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
