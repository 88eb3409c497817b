package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import linli.bot.outbox.OwnerTasks;
import linli.bot.outbox.SendFailed;
import org.springframework.context.annotation.Primary;

/** WeCom's side of the owners' tasks. */
@Primary
class VendorTasks implements OwnerTasks {

    final List<String> reminded = new CopyOnWriteArrayList<>();
    final List<String> cancelled = new CopyOnWriteArrayList<>();
    final Map<String, Integer> month = new ConcurrentHashMap<>();
    volatile boolean fail;

    void reset() {
        reminded.clear();
        cancelled.clear();
        month.clear();
        fail = false;
    }

    @Override
    public void remind(String vendorRef) throws SendFailed {
        answer();
        reminded.add(vendorRef);
    }

    @Override
    public void cancel(String vendorRef) throws SendFailed {
        answer();
        cancelled.add(vendorRef);
    }

    @Override
    public Map<String, Integer> received(Instant from, Instant to) throws SendFailed {
        answer();
        return month;
    }

    private void answer() throws SendFailed {
        if (fail) {
            throw new SendFailed(SendFailed.Kind.TEMPORARY, "busy", null);
        }
    }
}
