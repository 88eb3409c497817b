package linli.bot.sandbox.server.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.sandbox.server.Tenant;
import linli.bot.sandbox.server.world.Ids;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;

/** Access tokens, one at a time for each secret. They live in memory: after a restart callers fetch new ones. */
@Component
public class Tokens {

    static final Duration LIFE = Duration.ofSeconds(7200);

    /** What a token was fetched with the secret of. */
    public enum Scope { APP, ARCHIVE }

    private record Issued(Scope scope, Instant expiresAt) {}

    private final Tenant tenant;
    private final MachineClock clock;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Map<Scope, String> current = new ConcurrentHashMap<>();

    Tokens(Tenant tenant, MachineClock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The token in force, or a new one: asking again within its life gives the same one. */
    synchronized Token issue(String corpId, String secret) {
        if (corpId == null || corpId.isEmpty()) {
            throw new WeComError(41002, "corpid missing");
        }
        if (secret == null || secret.isEmpty()) {
            throw new WeComError(41004, "corpsecret missing");
        }
        if (!same(corpId, tenant.corpId())) {
            throw new WeComError(40013, "invalid corpid");
        }
        Scope scope = scope(secret);
        Instant now = clock.now();
        String token = current.get(scope);
        if (token == null || !issued.get(token).expiresAt().isAfter(now)) {
            token = Ids.random(80);
            issued.put(token, new Issued(scope, now.plus(LIFE)));
            current.put(scope, token);
        }
        return new Token(token, Duration.between(now, issued.get(token).expiresAt()).toSeconds());
    }

    record Token(String value, long expiresIn) {}

    private Scope scope(String secret) {
        if (same(secret, tenant.secret())) {
            return Scope.APP;
        }
        if (same(secret, tenant.archiveSecret())) {
            return Scope.ARCHIVE;
        }
        throw new WeComError(40001, "invalid credential");
    }

    /** @throws WeComError 41001, 40014, 42001, or 48002 where the token is of the other secret */
    public void require(String token, Scope scope) {
        if (token == null || token.isEmpty()) {
            throw new WeComError(41001, "access_token missing");
        }
        Issued known = issued.get(token);
        if (known == null) {
            throw new WeComError(40014, "invalid access_token");
        }
        if (!known.expiresAt().isAfter(clock.now())) {
            throw new WeComError(42001, "access_token expired");
        }
        if (known.scope() != scope) {
            throw new WeComError(48002, "api forbidden");
        }
    }

    /** Revokes every token early, as WeCom may. */
    public synchronized void expireAll() {
        issued.replaceAll((token, known) -> new Issued(known.scope(), Instant.EPOCH));
        current.clear();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
