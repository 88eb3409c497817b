package linli.admin.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import linli.bot.live.LiveUpdates;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this process. Every nudge has a number; a page that comes back says the last it heard, and hears the
 * topics that moved since. Where that cannot be told (Redis was away, the page was at another node, this one was started
 * anew) it hears {@code all} and reloads what it shows.
 */
@Component("streams")
public class LiveStreams implements SmartLifecycle {

    /** What pages listen to. */
    private static final List<String> TOPICS = List.of("tickets", "candidates", "notices", "deliveries", "groups", "status");

    private static final String EVERYTHING = "all";
    private static final long HEARTBEAT_SECONDS = 15;

    /** A stream ends before a login can be older than it may; the browser comes back by itself. */
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(20);

    private final LiveUpdates updates;

    /** Numbers of another start say nothing here. */
    private final String start = Long.toHexString(new SecureRandom().nextLong());

    private final AtomicLong count = new AtomicLong();
    private final Map<String, Long> lastOf = new ConcurrentHashMap<>();
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private List<Runnable> subscriptions = List.of();
    private volatile ScheduledExecutorService sender;

    LiveStreams(LiveUpdates updates) {
        this.updates = updates;
    }

    /** Up to where a page that is made now has heard. */
    public String mark() {
        return start + "-" + count.get();
    }

    /** @param since the last mark that the page has; null for a page that has none */
    SseEmitter open(String since) {
        SseEmitter stream = new SseEmitter(LONGEST_MILLIS);
        stream.onCompletion(() -> open.remove(stream));
        stream.onError(failure -> open.remove(stream));
        stream.onTimeout(stream::complete);
        open.add(stream);
        send(stream, SseEmitter.event().comment("open").reconnectTime(3_000));
        missedSince(since).forEach(topic -> send(stream, event(topic)));
        return stream;
    }

    private void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            // A closed page is no failure: the browser has gone, and opens a new stream when it comes back.
            open.remove(stream);
        }
    }

    private List<String> missedSince(String since) {
        if (since == null || since.isBlank()) {
            return List.of();
        }
        int dash = since.lastIndexOf('-');
        if (dash < 1 || !since.substring(0, dash).equals(start) || !since.substring(dash + 1).matches("\\d{1,18}")) {
            return List.of(EVERYTHING);
        }
        long heard = Long.parseLong(since.substring(dash + 1));
        if (lastOf.getOrDefault(EVERYTHING, 0L) > heard) {
            return List.of(EVERYTHING);
        }
        return TOPICS.stream().filter(topic -> lastOf.getOrDefault(topic, 0L) > heard).toList();
    }

    private SseEmitter.SseEventBuilder event(String topic) {
        return SseEmitter.event().id(mark()).name(topic).data("1");
    }

    private void tell(String topic) {
        lastOf.merge(topic, count.incrementAndGet(), Math::max);
        ScheduledExecutorService now = sender;
        if (now != null) {
            now.execute(() -> open.forEach(stream -> send(stream, event(topic))));
        }
    }

    private void beat() {
        open.forEach(stream -> send(stream, SseEmitter.event().comment("")));
    }

    @Override
    public synchronized void start() {
        sender = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-streams");
            thread.setDaemon(true);
            return thread;
        });
        sender.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        subscriptions = TOPICS.stream().map(this::subscribe).toList();
    }

    private Runnable subscribe(String topic) {
        return updates.subscribe(topic, new LiveUpdates.Listener() {
            @Override
            public void updated(String payload) {
                tell(topic);
            }

            @Override
            public void missed() {
                tell(EVERYTHING);
            }
        });
    }

    @Override
    public synchronized void stop() {
        subscriptions.forEach(Runnable::run);
        sender.shutdownNow();
        open.forEach(SseEmitter::complete);
        sender = null;
    }

    @Override
    public boolean isRunning() {
        return sender != null;
    }

    /** Stops before the web server does, else its graceful stop would wait for streams that never end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
