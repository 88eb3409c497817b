package linli.bot.wecom.staffapp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.time.MachineClock;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Counts what one person was sent in the current minute, over all nodes. With Redis away each node allows itself half. */
final class MemberWindow {

    private static final long MINUTE = 60;

    private final UnifiedJedis redis;
    private final MachineClock machine;
    private final int most;
    private final Map<String, Long> alone = new ConcurrentHashMap<>();

    MemberWindow(UnifiedJedis redis, MachineClock machine, int most) {
        this.redis = redis;
        this.machine = machine;
        this.most = most;
    }

    /** @return zero when one more may be sent, else how long until the minute turns */
    Duration enter(String userid) {
        Instant now = machine.now();
        long minute = now.getEpochSecond() / MINUTE;
        boolean full;
        try {
            String key = "linli:wecom:staffapp:" + userid + ":" + minute;
            long count = redis.incr(key);
            redis.expire(key, 2 * MINUTE);
            full = count > most;
        } catch (JedisException e) {
            full = countAlone(userid, minute) > most / 2;
        }
        return full ? Duration.ofSeconds(MINUTE - now.getEpochSecond() % MINUTE) : Duration.ZERO;
    }

    private long countAlone(String userid, long minute) {
        alone.keySet().removeIf(key -> !key.endsWith(":" + minute));
        return alone.merge(userid + ":" + minute, 1L, Long::sum);
    }
}
