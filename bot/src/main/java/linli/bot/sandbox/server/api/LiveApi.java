package linli.bot.sandbox.server.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import linli.bot.sandbox.server.protocol.CardCame;
import linli.bot.sandbox.server.protocol.TasksChanged;
import linli.bot.sandbox.server.world.GroupChanged;
import linli.bot.sandbox.server.world.MembersChanged;
import linli.bot.sandbox.server.world.MessagePosted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open chat pages that something happened; they fetch what it was. */
@RestController
class LiveApi implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveApi.class);
    private static final int HEARTBEAT_SECONDS = 15;

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private volatile ScheduledExecutorService heart;

    @GetMapping("/sandbox/live")
    SseEmitter open() {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        pages.add(page);
        send(page, "hello", Map.of());
        return page;
    }

    @EventListener
    void messagePosted(MessagePosted posted) {
        tell("message", Map.of("group", posted.group(), "chatId", posted.groupId(), "seq", posted.seq()));
    }

    @EventListener
    void membersChanged(MembersChanged changed) {
        tell("members", Map.of("chatId", changed.groupId()));
    }

    @EventListener
    void groupChanged(GroupChanged changed) {
        tell("groups", Map.of("chatId", changed.groupId()));
    }

    @EventListener
    void tasksChanged(TasksChanged changed) {
        tell("tasks", Map.of("ownerId", changed.ownerId()));
    }

    @EventListener
    void cardCame(CardCame came) {
        tell("cards", Map.of("reader", came.reader()));
    }

    @EventListener
    void clockMoved(TimeMoves.ClockMoved moved) {
        tell("clock", Map.of());
    }

    private void tell(String what, Map<String, Object> about) {
        ScheduledExecutorService runner = heart;
        if (runner != null && !pages.isEmpty()) {
            runner.execute(() -> pages.forEach(page -> send(page, what, about)));
        }
    }

    private void send(SseEmitter page, String what, Map<String, Object> about) {
        try {
            page.send(SseEmitter.event().name(what).data(about));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a page has gone");
            pages.remove(page);
        }
    }

    @Override
    public void start() {
        heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sandbox-live");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleAtFixedRate(
                () -> pages.forEach(page -> send(page, "beat", Map.of())), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        heart.shutdownNow();
        heart = null;
        pages.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }
}
