package linli.admin.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import linli.bot.live.LiveUpdates;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this process. A page that missed something (its stream broke, Redis was away) hears {@code all} and
 * reloads what it shows.
 */
@Component
class LiveStreams implements SmartLifecycle {

    /** What pages listen to. */
    private static final List<String> TOPICS = List.of("tickets", "candidates", "notices", "deliveries", "groups", "status");

    private static final String EVERYTHING = "all";
    private static final long HEARTBEAT_SECONDS = 15;

    /** A stream ends before a login can be older than it may; the browser comes back by itself. */
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(20);

    private final LiveUpdates updates;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private List<Runnable> subscriptions = List.of();
    private ScheduledExecutorService sender;

    LiveStreams(LiveUpdates updates) {
        this.updates = updates;
    }

    SseEmitter open() {
        SseEmitter stream = new SseEmitter(LONGEST_MILLIS);
        stream.onCompletion(() -> open.remove(stream));
        stream.onError(failure -> open.remove(stream));
        stream.onTimeout(stream::complete);
        open.add(stream);
        send(stream, SseEmitter.event().comment("open").reconnectTime(3_000));
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

    private void tell(String topic) {
        sender.execute(() -> open.forEach(stream -> send(stream, SseEmitter.event().name(topic).data("1"))));
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
