package linli.bot.sandbox.server.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;

/**
 * Counts calls within a minute. A minute is over when either clock says so: a night played in seconds meets no limit that a
 * real night would not, and a clock held still does not hold the limit.
 */
@Component
public class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KEYS_KEPT = 10_000;

    private final CommunityClock community;
    private final MachineClock machine;
    private final Map<String, Deque<Call>> calls = new ConcurrentHashMap<>();

    RateLimit(CommunityClock community, MachineClock machine) {
        this.community = community;
        this.machine = machine;
    }

    private record Call(Instant community, Instant machine) {

        boolean isWithin(Call now) {
            return Duration.between(machine, now.machine).compareTo(WINDOW) < 0
                    && Duration.between(community, now.community).abs().compareTo(WINDOW) < 0;
        }
    }

    /** @return whether this call is within {@code perMinute}; one that is not does not count */
    public boolean allows(String key, int perMinute) {
        if (calls.size() > KEYS_KEPT) {
            calls.clear();
        }
        Call now = new Call(community.now(), machine.now());
        Deque<Call> made = calls.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (made) {
            made.removeIf(call -> !call.isWithin(now));
            if (made.size() >= perMinute) {
                return false;
            }
            made.addLast(now);
            return true;
        }
    }
}
