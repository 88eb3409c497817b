package linli.bot.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows a restored database by three signs, before the first line could go out: it is another PostgreSQL cluster or another
 * time line of it; it is older than this machine's own note of when it was last alive; or whoever restored it says so
 * ({@code linli.outbox.restored}), as after a copy of the whole data folder, which takes the note along.
 */
@Component
class RestoreWatch implements SmartLifecycle {

    /** The note is written after the database's, so it is never newer by more than one round. */
    private static final Duration SLACK = Duration.ofMinutes(3);

    private static final Logger log = LoggerFactory.getLogger(RestoreWatch.class);

    private final SendingGateMapper mapper;
    private final SendingGate gate;
    private final OutboxProperties properties;
    private final TransactionTemplate transaction;
    private final Path data;
    private volatile boolean running;

    RestoreWatch(
            SendingGateMapper mapper, SendingGate gate, OutboxProperties properties, TransactionTemplate transaction,
            @Value("${linli.data:data}") Path data) {
        this.mapper = mapper;
        this.gate = gate;
        this.properties = properties;
        this.transaction = transaction;
        this.data = data;
    }

    @Override
    public void start() {
        check();
        running = true;
    }

    void check() {
        Instant alive = transaction.execute(status -> {
            SendingGateMapper.Mark mark = mapper.lockMark();
            String cluster = mapper.cluster();
            boolean another = mark.cluster() != null && !mark.cluster().equals(cluster);
            Instant noted = read(note(mapper.database()));
            boolean older = mark.aliveAt() != null && noted != null && noted.isAfter(mark.aliveAt().plus(SLACK));
            if (another || older || properties.restored()) {
                log.warn("The database was restored ({}): nothing is sent until a person opens sending again",
                        another ? "another cluster or time line" : older ? "older than this machine's note" : "as configured");
                gate.restored();
            }
            return mapper.alive(cluster);
        });
        write(note(mapper.database()), alive);
    }

    /** The sweep {@code note-database-alive}. */
    public int alive() {
        write(note(mapper.database()), mapper.alive(mapper.cluster()));
        return 0;
    }

    private Path note(String database) {
        return data.resolve("alive-" + database.replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    private static Instant read(Path note) {
        try {
            return Files.exists(note) ? Instant.parse(Files.readString(note).strip()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + note, e);
        } catch (DateTimeParseException e) {
            log.warn("{} is no time and is written anew", note);
            return null;
        }
    }

    private static void write(Path note, Instant alive) {
        try {
            Files.createDirectories(note.toAbsolutePath().getParent());
            Files.writeString(note, alive + "\n");
        } catch (IOException e) {
            log.warn("Cannot write {}: a restore may go unnoticed: {}", note, e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whatever sends. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1000;
    }
}
