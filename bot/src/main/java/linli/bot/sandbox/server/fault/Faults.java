package linli.bot.sandbox.server.fault;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The switches that are on. */
@Component
public class Faults {

    private final List<Active> active = new ArrayList<>();

    private static final class Active {

        private final Fault fault;
        private Integer left;

        private Active(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    public synchronized void add(Fault fault) {
        active.add(new Active(fault));
    }

    public synchronized void clear() {
        active.clear();
    }

    /** What is on, with the times each has left. */
    public synchronized List<Fault> all() {
        return active.stream()
                .map(on -> new Fault(
                        on.fault.path(), on.left, on.fault.slowMillis(), on.fault.errcode(), on.fault.rateLimit(),
                        on.fault.loseAnswer(), on.fault.down()))
                .toList();
    }

    /** What befalls a call; counts it. */
    synchronized List<Fault> befalling(String path) {
        List<Fault> befalling = new ArrayList<>();
        for (Active on : List.copyOf(active)) {
            if (on.fault.touches(path)) {
                befalling.add(on.fault);
                if (on.left != null && --on.left == 0) {
                    active.remove(on);
                }
            }
        }
        return befalling;
    }
}
