package linli.bot.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Locks names that nobody has, as if somebody had them; else the lock would tell which names exist. In memory and bounded:
 * it guards no account.
 */
final class StrangerFailures {

    private static final int MOST = 1_000;

    private record Count(int failures, Instant lockedUntil) {}

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST;
        }
    };

    synchronized LoginOutcome attempt(String name, Instant now, LoginProperties rules) {
        Count before = counts.getOrDefault(name, new Count(0, null));
        if (before.lockedUntil() != null && before.lockedUntil().isAfter(now)) {
            return new LoginOutcome.Locked(Duration.between(now, before.lockedUntil()));
        }
        int failures = before.failures() + 1;
        boolean locks = failures >= rules.failures();
        counts.put(name, new Count(locks ? 0 : failures, locks ? now.plus(rules.lockFor()) : null));
        return locks ? new LoginOutcome.Locked(rules.lockFor()) : new LoginOutcome.Refused();
    }
}
