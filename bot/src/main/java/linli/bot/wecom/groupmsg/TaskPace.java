package linli.bot.wecom.groupmsg;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnWeCom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps the calls that make tasks within WeCom's limits, 10,000 a minute and 150,000 an hour
 * (developer.work.weixin.qq.com/document/path/90454), over all nodes and in whichever sixty seconds one looks. Calls are
 * counted in Redis by the second, and a little longer than the limit lasts, since one may be under way. With Redis away each
 * node allows itself half. Time has passed when either clock says so: the sandbox, played fast, counts in the same way.
 */
@Component
@ConditionalOnWeCom
class TaskPace {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPace.class);
    private static final String KEY = "linli:wecom:tasks:";

    private final UnifiedJedis redis;
    private final CommunityClock community;
    private final MachineClock machine;
    private final Map<Span, Map<String, String>> alone = new ConcurrentHashMap<>();
    private volatile Closed closed = new Closed(Moment.NEVER, Duration.ZERO);

    TaskPace(UnifiedJedis redis, CommunityClock community, MachineClock machine) {
        this.redis = redis;
        this.community = community;
        this.machine = machine;
    }

    /** @param seconds how long a call counts; {@code grain} of them are counted as one moment */
    private enum Span {
        MINUTE(10_000, 62, 1),
        HOUR(150_000, 3_660, 60);

        private final int most;
        private final int seconds;
        private final int grain;

        Span(int most, int seconds, int grain) {
            this.most = most;
            this.seconds = seconds;
            this.grain = grain;
        }
    }

    private record Moment(long machine, long community) {

        private static final Moment NEVER = new Moment(0, 0);

        static Moment parse(String field) {
            int colon = field.indexOf(':');
            return new Moment(Long.parseLong(field.substring(0, colon)), Long.parseLong(field.substring(colon + 1)));
        }

        Moment by(int grain) {
            return new Moment(machine / grain * grain, community / grain * grain);
        }

        String field() {
            return machine + ":" + community;
        }

        /** Until {@code seconds} have passed by one of the clocks. */
        long left(Moment now, int seconds) {
            return seconds - Math.max(now.machine - machine, Math.abs(now.community - community));
        }
    }

    private record Closed(Moment since, Duration lasts) {}

    /** @return zero when a call may be made, and it is counted; else how long until the next look is worth it */
    Duration enter() {
        Moment now = now();
        for (Span span : Span.values()) {
            Duration wait = enter(span, now);
            if (!wait.isZero()) {
                closed = new Closed(now, wait);
                return wait;
            }
        }
        return Duration.ZERO;
    }

    /** How long no call can be made, as far as this node knows. */
    Duration closedFor() {
        Closed last = closed;
        return Duration.ofSeconds(Math.max(0, last.since().left(now(), (int) last.lasts().toSeconds())));
    }

    /** WeCom said that it was too much: the minute is spent, whatever we counted. */
    void refused() {
        Moment now = now();
        count(Span.MINUTE, now, Span.MINUTE.most);
        closed = new Closed(now, Duration.ofSeconds(Span.MINUTE.seconds));
    }

    private Duration enter(Span span, Moment now) {
        Map<String, String> counted = count(span, now, 1);
        int most = counted == alone.get(span) ? span.most / 2 : span.most;
        long calls = 0;
        long soonest = span.seconds;
        for (Map.Entry<String, String> entry : counted.entrySet()) {
            long left = Moment.parse(entry.getKey()).left(now, span.seconds);
            if (left > 0) {
                calls += Long.parseLong(entry.getValue());
                soonest = Math.min(soonest, left);
            } else {
                forget(span, entry.getKey());
            }
        }
        if (calls <= most) {
            return Duration.ZERO;
        }
        count(span, now, -1);
        return Duration.ofSeconds(soonest);
    }

    /** @return calls by their moments, this one among them */
    private Map<String, String> count(Span span, Moment now, int calls) {
        String field = now.by(span.grain).field();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            pipeline.hincrBy(KEY + span, field, calls);
            pipeline.expire(KEY + span, 2L * span.seconds);
            Response<Map<String, String>> all = pipeline.hgetAll(KEY + span);
            pipeline.sync();
            return all.get();
        } catch (JedisException e) {
            LOG.warn("Redis does not count this node's tasks, it counts its own: {}", e.toString());
            Map<String, String> own = alone.computeIfAbsent(span, s -> new ConcurrentHashMap<>());
            own.merge(field, Integer.toString(calls), (a, b) -> Long.toString(Long.parseLong(a) + Long.parseLong(b)));
            return own;
        }
    }

    private void forget(Span span, String field) {
        alone.computeIfPresent(span, (s, own) -> {
            own.remove(field);
            return own;
        });
        try {
            redis.hdel(KEY + span, field);
        } catch (JedisException e) {
            LOG.debug("an old count stays: {}", e.toString());
        }
    }

    private Moment now() {
        return new Moment(machine.now().getEpochSecond(), community.now().getEpochSecond());
    }
}
