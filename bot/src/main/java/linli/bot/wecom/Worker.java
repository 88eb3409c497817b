package linli.bot.wecom;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that looks for work again and again: when its pause is over, or at once when nudged. A fault is logged and the
 * next round tries again. It starts after the web server and stops before it.
 */
public abstract class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(12);

    private final String name;
    private final Duration pause;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore ending = new Semaphore(0);
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Thread thread;
    private volatile boolean faulty;

    protected Worker(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /**
     * One round.
     *
     * @return whether something was done, so that more may wait and another round follows at once
     */
    protected abstract boolean work() throws Exception;

    /** Asks for a round now. */
    public final void nudge() {
        nudges.release();
    }

    /**
     * Does one round in the caller's thread, after one that is under way.
     *
     * @return whether nothing was left to do; false too when the round failed
     */
    protected final boolean isIdle() {
        oneAtATime.lock();
        try {
            return !work();
        } catch (Exception e) {
            LOG.warn("{}: {}", name, Faults.describe(e));
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void start() {
        ending.drainPermits();
        Thread runner = new Thread(this::run, "wecom-" + name);
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    @Override
    public void stop() {
        Thread runner = thread;
        thread = null;
        if (runner == null) {
            return;
        }
        nudge();
        ending.release();
        try {
            runner.join(LONGEST_ROUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // What a round leaves half done is given back by its lease; a round that hangs must not hold up the stop.
        runner.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            boolean more = round();
            if (!more) {
                rest();
            }
        }
    }

    private boolean round() {
        nudges.drainPermits();
        oneAtATime.lock();
        try {
            boolean done = work();
            faulty = false;
            return done;
        } catch (Exception e) {
            if (!faulty) {
                LOG.warn("{} will try again: {}", name, Faults.describe(e));
            }
            faulty = true;
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void rest() {
        try {
            // While it fails, only time or the stop ends the pause: a nudge must not turn it into a hot loop.
            (faulty ? ending : nudges).tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
