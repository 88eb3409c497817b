package linli.bot.wecom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import me.chanjar.weixin.common.redis.BaseWxRedisOps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * WxJava's view of Redis. Its own Jedis classes are compiled against Jedis 3 and break on every later one. What is written
 * is also remembered here, so that with Redis away this process goes on with the token it knows, or fetches its own.
 */
class RedisOps extends BaseWxRedisOps {

    private static final Logger LOG = LoggerFactory.getLogger(RedisOps.class);
    /** With Redis away, each call would otherwise wait for its own connection timeout. */
    private static final Duration LEAVE_ALONE = Duration.ofSeconds(5);
    private static final String DROP_IF =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

    private final UnifiedJedis redis;
    private final Map<String, Kept> memory = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private volatile long awayUntil = System.nanoTime();

    private record Kept(String value, long deadline) {
        long secondsLeft() {
            return TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime());
        }
    }

    RedisOps(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public String getValue(String key) {
        return ask(r -> r.get(key), () -> {
            Kept kept = memory.get(key);
            return kept == null || kept.secondsLeft() <= 0 ? null : kept.value();
        });
    }

    @Override
    public void setValue(String key, String value, int expire, TimeUnit unit) {
        memory.put(key, new Kept(value, System.nanoTime() + unit.toNanos(expire)));
        ask(r -> r.psetex(key, unit.toMillis(expire), value), () -> null);
    }

    @Override
    public Long getExpire(String key) {
        return ask(r -> r.ttl(key), () -> {
            Kept kept = memory.get(key);
            return kept == null ? -2L : kept.secondsLeft();
        });
    }

    @Override
    public void expire(String key, int expire, TimeUnit unit) {
        memory.remove(key);
        ask(r -> r.pexpire(key, unit.toMillis(expire)), () -> null);
    }

    @Override
    public Lock getLock(String key) {
        return new TokenLock(this, key, locks.computeIfAbsent(key, k -> new ReentrantLock()));
    }

    /** Removes the value only if it still is this one: a late thread must not throw away what another just fetched. */
    void dropIf(String key, String value) {
        memory.computeIfPresent(key, (k, kept) -> kept.value().equals(value) ? null : kept);
        ask(r -> r.eval(DROP_IF, List.of(key), List.of(value)), () -> null);
    }

    /** @return whether the mark is ours now; true too with Redis away, where only this process is asked */
    boolean claim(String key, String mark, Duration lease) {
        return ask(r -> r.set(key, mark, SetParams.setParams().nx().px(lease.toMillis())) != null, () -> true);
    }

    private <T> T ask(Function<UnifiedJedis, T> question, Supplier<T> otherwise) {
        if (System.nanoTime() - awayUntil < 0) {
            return otherwise.get();
        }
        try {
            return question.apply(redis);
        } catch (JedisException e) {
            awayUntil = System.nanoTime() + LEAVE_ALONE.toNanos();
            LOG.warn("Redis does not answer; this process keeps its own WeCom token meanwhile: {}", Faults.describe(e));
            return otherwise.get();
        }
    }
}
