package linli.bot.wecom;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import linli.bot.time.MachineClock;
import redis.clients.jedis.UnifiedJedis;

/** Makes the client by hand, as many nodes of it as a test wants. */
public final class WeComLab {

    private WeComLab() {}

    public static WeComProperties properties(String base) {
        // A corp of its own for each lab: tokens of other tests lie in the same Redis.
        return new WeComProperties(
                URI.create(base), "ww" + UUID.randomUUID(), 1000002, "secret", "archive-secret", "token",
                "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", Map.of(), true, "", Duration.ofMinutes(5), Duration.ofSeconds(3), 100,
                Duration.ofSeconds(15), Duration.ofHours(6), Duration.ofDays(7), Duration.ofSeconds(2));
    }

    public static WeCom node(WeComProperties properties, UnifiedJedis redis) {
        return node(properties, redis, new MachineClock(Clock.systemUTC()));
    }

    public static WeCom node(WeComProperties properties, UnifiedJedis redis, MachineClock machine) {
        return new WeComConfiguration().weCom(properties, redis, new Sightings(new SimpleMeterRegistry(), machine), machine);
    }
}
