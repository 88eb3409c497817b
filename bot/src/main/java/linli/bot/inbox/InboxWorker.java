package linli.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import linli.bot.privacy.TextVault;
import linli.bot.time.Pending;
import linli.bot.work.Crew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles what is new, group by group. A batch of one group's lines is one transaction; if one of them fails, the batch
 * is given up and its lines go one by one, so that only the bad one is counted against.
 */
@Component
class InboxWorker implements SmartLifecycle, Pending {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);

    /** After five failures a line is quarantined and its group goes on. */
    private static final int MOST_FAILURES = 5;

    private static final int REST_SECONDS = 2;
    private static final long LOOK_MILLIS = 500;

    private final InboxMapper mapper;
    private final MessageHandler handler;
    private final KeptLines kept;
    private final TextVault vault;
    private final InboxBell bell;
    private final InboxProperties properties;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Crew crew;

    InboxWorker(
            InboxMapper mapper,
            MessageHandler handler,
            KeptLines kept,
            TextVault vault,
            InboxBell bell,
            InboxProperties properties,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.mapper = mapper;
        this.handler = handler;
        this.kept = kept;
        this.vault = vault;
        this.bell = bell;
        this.properties = properties;
        this.transaction = transaction;
        this.meters = meters;
        this.crew = new Crew("inbox", properties.workers(), this::work);
    }

    private void work() {
        String worker = UUID.randomUUID().toString();
        while (crew.isRunning()) {
            long seen = bell.strokes();
            try {
                if (!handleOneGroup(worker)) {
                    bell.await(seen, LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("inbox worker goes on after {}", e.toString());
                awaitQuietly(seen);
            }
        }
    }

    private void awaitQuietly(long seen) {
        try {
            bell.await(seen, LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether a group was waiting */
    private boolean handleOneGroup(String worker) {
        int lease = (int) properties.lease().toSeconds();
        String chat = mapper.claimLane(worker, lease);
        if (chat == null) {
            return false;
        }
        boolean more = true;
        try {
            while (more && crew.isRunning()) {
                more = handle(chat, worker, lease, () -> mapper.next(chat, properties.batch()), properties.batch());
            }
        } catch (RuntimeException e) {
            more = handleOneByOne(chat, worker, lease);
        }
        if (more) {
            leave(chat, worker, lease);
        }
        bell.ring();
        return true;
    }

    /**
     * Handles lines and finishes them, all or none.
     *
     * @return whether the group has more; when it has not, it is left in the same transaction
     */
    private boolean handle(String chat, String worker, int lease, Supplier<List<StoredMessage>> next, int most) {
        Round round = transaction.execute(status -> {
            List<StoredMessage> batch = next.get();
            List<MessageHandler.Disposition> done = batch.isEmpty() ? List.of() : handler.handle(batch.stream().map(this::spoken).toList());
            finish(batch, done);
            if (mapper.holdLane(chat, worker, lease) == 0) {
                // Somebody else has the group now and handles the same lines.
                status.setRollbackOnly();
                return new Round(false, null);
            }
            count(done);
            if (done.size() < batch.size()) {
                return new Round(true, batch.get(done.size()));
            }
            boolean more = batch.size() == most;
            if (!more) {
                mapper.leaveLane(chat, worker);
            }
            return new Round(more, null);
        });
        if (round.next() != null) {
            handler.before(chat, round.next().sentAt());
        }
        return round.more();
    }

    /**
     * What a transaction left.
     *
     * @param next the line before which something else is due, or null
     */
    private record Round(boolean more, StoredMessage next) {}

    private MessageHandler.Spoken spoken(StoredMessage message) {
        return new MessageHandler.Spoken(message, vault.open(message.textSealed()));
    }

    private void finish(List<StoredMessage> batch, List<MessageHandler.Disposition> done) {
        List<Finished> finished = new ArrayList<>(done.size());
        for (int i = 0; i < done.size(); i++) {
            long id = batch.get(i).id();
            MessageHandler.Disposition what = done.get(i);
            finished.add(new Finished(id, what.held() ? "HELD" : "DONE", what.outcome(), kept.take(id), what.forget()));
        }
        if (!finished.isEmpty()) {
            mapper.finish(finished);
        }
    }

    private void count(List<MessageHandler.Disposition> done) {
        done.forEach(what -> meters.counter("linli.inbox.handled", "outcome", what.outcome()).increment());
    }

    /** @return whether the group has more and is still held */
    private boolean handleOneByOne(String chat, String worker, int lease) {
        boolean more = true;
        while (more && crew.isRunning()) {
            List<StoredMessage> current = new ArrayList<>(1);
            try {
                more = handle(chat, worker, lease, () -> {
                    current.addAll(mapper.next(chat, 1));
                    return current;
                }, 1);
            } catch (RuntimeException e) {
                if (current.isEmpty()) {
                    throw e;
                }
                // The kind of failure only: its message could quote the resident.
                long id = current.get(0).id();
                log.warn("message {} was not handled: {}", id, e.getClass().getSimpleName(), trace(e));
                mapper.fail(id, e.getClass().getSimpleName(), MOST_FAILURES);
                mapper.restLane(chat, worker, REST_SECONDS);
                return false;
            }
        }
        return more;
    }

    /** Where it went wrong, without any message: those may hold a resident's words. */
    private static Throwable trace(Throwable e) {
        Throwable bare = new Throwable(e.getClass().getName(), e.getCause() == null ? null : trace(e.getCause()));
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    private void leave(String chat, String worker, int lease) {
        transaction.executeWithoutResult(status -> {
            // Locks the lane first: only a statement that starts after that sees what an appender committed meanwhile.
            mapper.holdLane(chat, worker, lease);
            mapper.leaveLane(chat, worker);
        });
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public boolean isAtRest(Instant now) {
        return mapper.countBusyLanes() == 0 && mapper.countUnhandled() == 0;
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.empty();
    }

    @Override
    public void start() {
        crew.start();
    }

    @Override
    public void stop() {
        crew.stop(bell::ring);
    }

    @Override
    public boolean isRunning() {
        return crew.isRunning();
    }
}
