package linli.bot.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that comes along, with the safety settings of a real one. */
final class EmbeddedPostgres {

    static final String USER = "postgres";

    /** Made when the first start came to its end: before it, the cluster holds nothing of ours. */
    private static final String FINISHED = "linli.finished";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);
    private static final long STOP_WAIT_SECONDS = 30;
    private static final long LOG_LIMIT = 5_000_000;
    private static final Pattern DATABASE_NAME = Pattern.compile("[^a-z0-9_]");

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Path data;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static EmbeddedPostgres start(Path folder, String password) {
        Path binaries = folder.resolve("pg-bin");
        Path data = folder.resolve("pg");
        try {
            LeftoverProcess.stop(data.resolve("postmaster.pid"), "postgres", binaries);
            discardHalfMadeCluster(data);
            Path serverLog = freshLog(folder.resolve("logs"));
            var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP_WAIT)
                    .setConnectConfig("password", password)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                    // The library's defaults give speed for lost commits; here a commit must be on disk.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC");
            chooseLocale(builder);
            EmbeddedPostgres postgres = new EmbeddedPostgres(builder.start(), data);
            postgres.demandPassword(password);
            log.info("Embedded PostgreSQL listens on 127.0.0.1:{}, data in {}", postgres.server.getPort(), data);
            return postgres;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new ServersUnavailable("postgres", folder.resolve("logs").toString(), e);
        }
    }

    /** Nobody's data can be in a folder whose first start never came to its end, so it is put aside and begun anew. */
    private static void discardHalfMadeCluster(Path data) throws IOException {
        if (!Files.isDirectory(data) || Files.exists(data.resolve(FINISHED))) {
            return;
        }
        Path aside = data.resolveSibling("pg-unfinished-" + Long.toHexString(System.nanoTime()));
        Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
        log.warn("The database folder was never finished; moved it to {}", aside);
    }

    private static Path freshLog(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("postgres.log");
        if (Files.exists(file) && Files.size(file) > LOG_LIMIT) {
            Files.move(file, folder.resolve("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Chinese needs a UTF-8 character type, or pg_trgm finds nothing in it; only Linux always has C.UTF-8. */
    private static void chooseLocale(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder) {
        if (System.getProperty("os.name").startsWith("Linux")) {
            builder.setLocaleConfig("locale", "C.UTF-8");
        } else {
            builder.setLocaleConfig("locale", "C");
            builder.setLocaleConfig("locale-provider", "builtin");
            builder.setLocaleConfig("builtin-locale", "C.UTF-8");
        }
    }

    /** A fresh cluster trusts every local connection; from here on it asks for the password. */
    private void demandPassword(String password) throws SQLException, IOException {
        Path finished = data.resolve(FINISHED);
        if (Files.exists(finished)) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + USER + " password '" + password + "'");
            DataFolder.writePrivately(
                    data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
        Files.createFile(finished);
    }

    /** Makes the database at its first use. */
    String url(String database) {
        String name = DATABASE_NAME.matcher(database.toLowerCase(Locale.ROOT)).replaceAll("_");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return address(name);
                }
            }
            statement.execute("create database \"" + name + "\"");
            return address(name);
        } catch (SQLException e) {
            throw new ServersUnavailable("postgres", data.toString(), e);
        }
    }

    private String address(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** The library waits five seconds; a last checkpoint of much data may take longer. */
    void stop() {
        try {
            Optional<ProcessHandle> postmaster = LeftoverProcess.named(data.resolve("postmaster.pid"));
            server.close();
            if (postmaster.isPresent() && !LeftoverProcess.hasEnded(postmaster.get(), STOP_WAIT_SECONDS)) {
                log.warn("Embedded PostgreSQL is still closing down; the next start waits for it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
