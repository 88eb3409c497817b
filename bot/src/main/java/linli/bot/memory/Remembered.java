package linli.bot.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import linli.bot.time.MachineClock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The database's answers about what seldom changes and is asked at every line. A change through the door that owns this
 * is seen at once: by its own transaction, and by everybody here when it commits. Other nodes see it within two seconds,
 * because no answer is believed longer. Never for what must not be wrong for a moment, such as who may log in or who
 * asked not to be read.
 */
public final class Remembered {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final MachineClock machine;
    private volatile Answers answers = new Answers(Instant.MIN);

    private record Answers(Instant since, Map<Object, Optional<Object>> byQuestion) {

        Answers(Instant since) {
            this(since, new ConcurrentHashMap<>());
        }
    }

    public Remembered(MachineClock machine) {
        this.machine = machine;
    }

    /**
     * @param question what is asked, with everything the answer depends on
     * @param read asks the database; null is an answer too
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Object question, Supplier<T> read) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.get();
        }
        // Put where it was looked for: an answer older than a change made meanwhile ends up among those forgotten with it.
        Map<Object, Optional<Object>> known = believed().byQuestion();
        Optional<Object> answer = known.get(question);
        if (answer == null) {
            answer = Optional.ofNullable(read.get());
            known.put(question, answer);
        }
        return (T) answer.orElse(null);
    }

    private Answers believed() {
        Answers now = answers;
        Instant at = machine.now();
        if (now.since().isBefore(at.minus(BELIEVED)) || now.since().isAfter(at)) {
            now = new Answers(at);
            answers = now;
        }
        return now;
    }

    /** Something was written that answers depend on. The writing transaction asks the database from here on. */
    public void changed() {
        answers = new Answers(Instant.MIN);
        if (TransactionSynchronizationManager.isSynchronizationActive() && !TransactionSynchronizationManager.hasResource(this)) {
            Writing writing = new Writing();
            TransactionSynchronizationManager.bindResource(this, writing);
            TransactionSynchronizationManager.registerSynchronization(writing);
        }
    }

    private final class Writing implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Remembered.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Remembered.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            answers = new Answers(Instant.MIN);
            TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
        }
    }
}
