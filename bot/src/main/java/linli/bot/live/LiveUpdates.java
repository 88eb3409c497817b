package linli.bot.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Tells open pages, on whichever node, that something changed. A nudge and no more: it may be lost or come twice, and what
 * it is about must be read from the database. Call {@link #publish} after the commit. With Redis away, nudges reach the
 * listeners of this process only.
 */
@Component
public class LiveUpdates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

    private final UnifiedJedis redis;
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile Subscription subscription;

    LiveUpdates(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Hears the nudges of one topic. Called on the subscription's own thread: hand on, do not work. */
    @FunctionalInterface
    public interface Listener {

        void updated(String payload);

        /** Nudges may have been lost while Redis was away: look for yourself. */
        default void missed() {}
    }

    /** Never fails and never waits longer than the Redis timeout. */
    public void publish(String topic, String payload) {
        if (!isConnected() || !sent(topic, payload)) {
            deliver(topic, payload);
        }
    }

    private boolean sent(String topic, String payload) {
        try {
            redis.publish(Subscription.CHANNELS + topic, payload);
            return true;
        } catch (JedisException e) {
            log.warn("Redis did not take a live update, it stays within this process: {}", e.toString());
            return false;
        }
    }

    /** @return closes the subscription; closing twice is harmless */
    public Runnable subscribe(String topic, Listener listener) {
        listeners.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.get(topic).remove(listener);
    }

    /** Whether nudges of other nodes arrive. */
    public boolean isConnected() {
        Subscription current = subscription;
        return current != null && current.isConnected();
    }

    void deliver(String topic, String payload) {
        for (Listener listener : listeners.getOrDefault(topic, List.of())) {
            guarded(topic, () -> listener.updated(payload));
        }
    }

    void tellAllThatSomethingWasMissed() {
        listeners.forEach((topic, all) -> all.forEach(listener -> guarded(topic, listener::missed)));
    }

    /** One page's broken connection must not keep the others from hearing. */
    private static void guarded(String topic, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            log.warn("A listener of live updates on {} failed", topic, e);
        }
    }

    @Override
    public synchronized void start() {
        if (subscription == null) {
            subscription = new Subscription(redis, this);
        }
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
