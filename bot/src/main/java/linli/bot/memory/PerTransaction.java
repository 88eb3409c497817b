package linli.bot.memory;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that each transaction has for itself: begun at its first use, finished before the transaction commits and
 * before anybody else reacts to that, gone at its end. A transaction that is taken back finishes nothing.
 */
public final class PerTransaction<T> {

    private final Supplier<T> begin;
    private final Consumer<T> beforeCommit;
    private final Consumer<T> afterCommit;

    public PerTransaction(Supplier<T> begin, Consumer<T> beforeCommit, Consumer<T> afterCommit) {
        this.begin = begin;
        this.beforeCommit = beforeCommit;
        this.afterCommit = afterCommit;
    }

    /** Must be called inside a transaction. */
    public T get() {
        return running().orElseGet(() -> {
            Bound bound = new Bound(begin.get());
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(bound);
            return bound.value;
        });
    }

    /** What the running transaction has begun; empty outside of one. */
    public Optional<T> running() {
        @SuppressWarnings("unchecked")
        Bound bound = (Bound) TransactionSynchronizationManager.getResource(this);
        return Optional.ofNullable(bound).map(found -> found.value);
    }

    private final class Bound implements TransactionSynchronization {

        private final T value;

        private Bound(T value) {
            this.value = value;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            beforeCommit.accept(value);
        }

        @Override
        public void afterCommit() {
            afterCommit.accept(value);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
