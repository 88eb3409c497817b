package linli.bot.wecom;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one node fetch a token. WxJava calls {@link #lock()} without a bound, so the bound is in here: within
 * the process by giving up, between nodes by going ahead, which costs one more gettoken at worst. Released only by whoever
 * holds it.
 */
final class TokenLock implements Lock {

    private static final Duration IN_PROCESS = Duration.ofSeconds(20);
    private static final Duration BETWEEN_NODES = Duration.ofSeconds(8);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(40);

    private final RedisOps redis;
    private final String key;
    private final ReentrantLock local;
    private final String mark = UUID.randomUUID().toString();

    TokenLock(RedisOps redis, String key, ReentrantLock local) {
        this.redis = redis;
        this.key = key;
        this.local = local;
    }

    @Override
    public void lock() {
        boolean ours = false;
        try {
            ours = local.tryLock(IN_PROCESS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ours) {
            throw NoAnswer.beforeAsking(new TimeoutException());
        }
        long end = System.nanoTime() + BETWEEN_NODES.toNanos();
        while (!redis.claim(key, mark, LEASE) && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(STEP);
        }
    }

    @Override
    public void unlock() {
        if (local.isHeldByCurrentThread()) {
            redis.dropIf(key, mark);
            local.unlock();
        }
    }

    @Override
    public void lockInterruptibly() {
        lock();
    }

    @Override
    public boolean tryLock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException();
    }
}
