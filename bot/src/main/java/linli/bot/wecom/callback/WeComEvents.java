package linli.bot.wecom.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The events WeCom told us of, each once. The unique digest in PostgreSQL decides; Redis only spares it the repetitions, and
 * is told after the commit, so that a failed commit never hides an event.
 */
@Component
@ConditionalOnReceiving
class WeComEvents {

    /** An event that failed so often is set aside for a person to see. */
    static final int PATIENCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(WeComEvents.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final String SEEN = "linli:wecom:event:";

    private final EventMapper mapper;
    private final UnifiedJedis redis;

    WeComEvents(EventMapper mapper, UnifiedJedis redis) {
        this.mapper = mapper;
        this.redis = redis;
    }

    static String digest(String signature, String nonce) {
        try {
            byte[] both = (signature + "|" + nonce).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A first filter. False when Redis does not know, or is not there: the table will. */
    boolean isKnown(String digest) {
        try {
            return redis.exists(SEEN + digest);
        } catch (JedisException e) {
            return false;
        }
    }

    /** Committed when it returns; one statement is its own transaction. @return whether the event is new */
    boolean record(String digest, Map<String, String> fields, String body) {
        String kind = fields.getOrDefault("Event", fields.getOrDefault("MsgType", "unknown"));
        boolean isNew = mapper.insert(digest, kind, fields.get("ChangeType"), fields.get("ChatId"), body.replace("\0", "")) == 1;
        remember(digest);
        return isNew;
    }

    Optional<WeComEvent> claim() {
        return Optional.ofNullable(mapper.claim(UUID.randomUUID().toString(), LEASE.toSeconds()));
    }

    void done(WeComEvent event) {
        mapper.done(event.id(), event.lease());
    }

    void failed(WeComEvent event, Exception fault) {
        long rest = 1L << event.failures();
        mapper.failed(event.id(), event.lease(), Faults.describe(fault), rest, PATIENCE);
        if (event.failures() + 1 >= PATIENCE) {
            LOG.warn("WeCom event {} is set aside: {}", event.id(), Faults.describe(fault));
        }
    }

    boolean isAnyWaiting() {
        return mapper.hasWaiting();
    }

    long quarantined() {
        return mapper.countQuarantined();
    }

    int forgetOlderThan(Duration age) {
        return mapper.forget(age.toSeconds());
    }

    private void remember(String digest) {
        try {
            redis.set(SEEN + digest, "1", SetParams.setParams().px(REMEMBERED.toMillis()));
        } catch (JedisException e) {
            LOG.debug("Redis was not told of an event: {}", Faults.describe(e));
        }
    }
}
