package linli.bot.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** One standing subscription to all topics, which comes back by itself when Redis does. */
final class Subscription extends JedisPubSub implements AutoCloseable {

    static final String CHANNELS = "linli:live:";

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final long RETRY_MILLIS = 2_000;
    private static final long PING_SECONDS = 10;
    private static final long STOP_MILLIS = 3_000;

    private final UnifiedJedis redis;
    private final LiveUpdates updates;
    private final Thread thread;
    private final ScheduledExecutorService pings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean connected;
    private boolean wasAway;

    Subscription(UnifiedJedis redis, LiveUpdates updates) {
        this.redis = redis;
        this.updates = updates;
        this.thread = new Thread(this::keepListening, "live-updates");
        this.thread.setDaemon(true);
        this.thread.start();
        this.pings = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread pinger = new Thread(task, "live-updates-ping");
            pinger.setDaemon(true);
            return pinger;
        });
        this.pings.scheduleWithFixedDelay(this::pingQuietly, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    boolean isConnected() {
        return connected;
    }

    private void keepListening() {
        do {
            try {
                redis.psubscribe(this, CHANNELS + "*");
            } catch (JedisException e) {
                sayThatRedisIsAway(e);
            } finally {
                connected = false;
            }
        } while (!isClosedWithin(RETRY_MILLIS));
    }

    private void sayThatRedisIsAway(JedisException e) {
        if (!wasAway && closed.getCount() > 0) {
            log.warn("Redis is away; live updates stay within this process until it is back: {}", e.toString());
        }
        wasAway = true;
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void onPSubscribe(String pattern, int count) {
        connected = true;
        if (closed.getCount() == 0) {
            punsubscribe();
        } else if (wasAway) {
            wasAway = false;
            log.info("Redis is back; live updates reach every node again");
            updates.tellAllThatSomethingWasMissed();
        }
    }

    @Override
    public void onPMessage(String pattern, String channel, String message) {
        updates.deliver(channel.substring(CHANNELS.length()), message);
    }

    /** The answer comes over the subscribed connection and so shows it to be alive; a failure shows at the reader. */
    private void pingQuietly() {
        if (connected) {
            try {
                ping();
            } catch (JedisException e) {
                log.debug("Ping of the subscription failed: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        pings.shutdownNow();
        try {
            if (connected) {
                punsubscribe();
            }
            thread.join(STOP_MILLIS);
        } catch (JedisException e) {
            log.debug("The subscription was already gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
