package linli.bot.sandbox.server.callback;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import linli.bot.sandbox.server.world.MessagePosted;
import linli.bot.time.MachineClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code msgaudit_notify}: the archive has something new. At once, then not again for fifteen seconds (95039). */
@Component
public class ArchiveNews {

    private static final String NEWS = "<AgentID>2000004</AgentID><Event><![CDATA[msgaudit_notify]]></Event>";
    private static final Duration APART = Duration.ofSeconds(15);

    private final Callbacks callbacks;
    private final MachineClock clock;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-archive-news");
        thread.setDaemon(true);
        return thread;
    });
    private Instant last = Instant.EPOCH;
    private boolean planned;

    ArchiveNews(Callbacks callbacks, MachineClock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @EventListener
    synchronized void messagePosted(MessagePosted posted) {
        if (!posted.archived() || planned) {
            return;
        }
        Duration wait = APART.minus(Duration.between(last, clock.now()));
        if (wait.isNegative() || wait.isZero()) {
            tell();
        } else {
            planned = true;
            later.schedule(this::tell, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tell() {
        planned = false;
        last = clock.now();
        callbacks.send(NEWS);
    }

    /** The same once more, as WeCom does when an answer of ours got lost on its way. */
    public void repeat(int times) {
        for (int i = 0; i < times; i++) {
            callbacks.send(NEWS);
        }
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}
