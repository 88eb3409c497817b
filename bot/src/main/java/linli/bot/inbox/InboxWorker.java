package linli.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final TextVault vault;
    private final InboxBell bell;
    private final InboxProperties properties;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Crew crew;

    InboxWorker(
            InboxMapper mapper,
            MessageHandler handler,
            TextVault vault,
            InboxBell bell,
            InboxProperties properties,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.mapper = mapper;
        this.handler = handler;
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
        try {
            while (crew.isRunning() && handleBatch(chat, worker, lease)) {
                // the group has more
            }
        } catch (RuntimeException e) {
            handleOneByOne(chat, worker, lease);
        }
        leave(chat, worker, lease);
        bell.ring();
        return true;
    }

    private boolean handleBatch(String chat, String worker, int lease) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (mapper.holdLane(chat, worker, lease) == 0) {
                return false;
            }
            List<StoredMessage> batch = mapper.next(chat, properties.batch());
            batch.forEach(this::handle);
            return batch.size() == properties.batch();
        }));
    }

    private void handle(StoredMessage message) {
        MessageHandler.Disposition done = handler.handle(message, vault.open(message.textSealed()));
        if (done.held()) {
            mapper.hold(message.id());
        } else if (done.forget()) {
            mapper.forget(message.id(), done.outcome());
        } else {
            mapper.finish(message.id(), done.outcome());
        }
        meters.counter("linli.inbox.handled", "outcome", done.outcome()).increment();
    }

    private void handleOneByOne(String chat, String worker, int lease) {
        while (crew.isRunning()) {
            StoredMessage[] current = new StoredMessage[1];
            try {
                boolean handled = Boolean.TRUE.equals(transaction.execute(status -> {
                    if (mapper.holdLane(chat, worker, lease) == 0) {
                        return false;
                    }
                    List<StoredMessage> one = mapper.next(chat, 1);
                    one.forEach(message -> {
                        current[0] = message;
                        handle(message);
                    });
                    return !one.isEmpty();
                }));
                if (!handled) {
                    return;
                }
            } catch (RuntimeException e) {
                if (current[0] == null) {
                    throw e;
                }
                // The kind of failure only: its message could quote the resident.
                log.warn("message {} was not handled: {}", current[0].id(), e.getClass().getSimpleName(), trace(e));
                mapper.fail(current[0].id(), e.getClass().getSimpleName(), MOST_FAILURES);
                mapper.restLane(chat, worker, REST_SECONDS);
                return;
            }
        }
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
