package linli.bot.work;

import java.util.ArrayList;
import java.util.List;

/**
 * A handful of threads doing the same work. What one leaves half done when it is not back in time is given back by its
 * lease.
 */
public final class Crew {

    private static final long PATIENCE_MILLIS = 10_000;

    private final String name;
    private final int size;
    private final Runnable work;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param name what its threads are called, with a number each
     * @param size how many; none is allowed
     * @param work runs until {@link #isRunning} says no
     */
    public Crew(String name, int size, Runnable work) {
        this.name = name;
        this.size = size;
        this.work = work;
    }

    public void start() {
        running = true;
        for (int i = 0; i < size; i++) {
            Thread thread = new Thread(work, name + "-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    /** @param wake gets threads that wait for work to look again */
    public void stop(Runnable wake) {
        running = false;
        wake.run();
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    public boolean isRunning() {
        return running;
    }
}
