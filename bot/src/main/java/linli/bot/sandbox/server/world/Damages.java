package linli.bot.sandbox.server.world;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many of the next archive items are to be broken, for a rehearsal of quarantine. */
@Component
public class Damages {

    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger bodies = new AtomicInteger();

    /** @param what {@code key}: the wrapped key is garbage; {@code body}: the body fails its check */
    public void next(String what, int items) {
        ("key".equals(what) ? keys : bodies).addAndGet(items);
    }

    public int waiting() {
        return keys.get() + bodies.get();
    }

    public void clear() {
        keys.set(0);
        bodies.set(0);
    }

    String take() {
        if (keys.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return "KEY";
        }
        return bodies.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? "BODY" : null;
    }
}
