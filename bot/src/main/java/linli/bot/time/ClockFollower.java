package linli.bot.time;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second whether another node has moved the community's time. */
@Component
class ClockFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);

    private final ClockStore store;
    private volatile CountDownLatch stopping;

    ClockFollower(ClockStore store) {
        this.store = store;
    }

    private void follow(CountDownLatch stop) {
        try {
            while (!stop.await(1, TimeUnit.SECONDS)) {
                try {
                    store.refresh();
                } catch (RuntimeException e) {
                    log.warn("the community's time could not be read: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread thread = new Thread(() -> follow(stop), "clock-follower");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        stopping = null;
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }
}
