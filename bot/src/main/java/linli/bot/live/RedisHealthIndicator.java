package linli.bot.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Redis away is no outage: tickets and messages stand in PostgreSQL. */
@Component
class RedisHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final UnifiedJedis redis;
    private final LiveUpdates updates;

    RedisHealthIndicator(UnifiedJedis redis, LiveUpdates updates) {
        this.redis = redis;
        this.updates = updates;
    }

    @Override
    public Health health() {
        try {
            redis.ping();
            return Health.status(updates.isConnected() ? Status.UP : DEGRADED)
                    .withDetail("liveUpdates", updates.isConnected())
                    .build();
        } catch (JedisException e) {
            return Health.status(DEGRADED).withDetail("error", e.getClass().getSimpleName()).build();
        }
    }
}
