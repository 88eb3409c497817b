package linli.bot.wecom;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import linli.bot.time.MachineClock;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/**
 * WxJava's client without its surprises. It asks once: WxJava repeats every call that was answered by -1, also writes, which
 * sends a notice twice. A stale token is replaced once, and only if nobody replaced it already. Nothing is logged: WxJava
 * writes the token and the body into the log.
 *
 * <p>Every call ends in an answer, a {@link WxErrorException} with WeCom's code, or {@link NoAnswer}.
 */
class GuardedService extends WxCpServiceImpl {

    /** After a refused secret: WeCom closes the door for an hour on those who keep knocking. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 20;
    private static final int LOOKS = 5;
    /** A kept connection is tried before it is used: a write over a dead one would leave its outcome open for nothing. */
    private static final int TRUSTED_MILLIS = 100;

    private final Sightings sightings;
    private final MachineClock machine;
    private final SharedTokens tokens;
    private final CloseableHttpClient http;
    private volatile Refusal refusal;

    private record Refusal(WxErrorException why, Instant until) {}

    GuardedService(SharedTokens tokens, Duration timeout, Sightings sightings, MachineClock machine) {
        this.tokens = tokens;
        this.sightings = sightings;
        this.machine = machine;
        this.http = client((int) timeout.toMillis());
        setWxCpConfigStorage(tokens);
    }

    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
        String token = getAccessToken(false);
        try {
            return once(executor, uri, data, token);
        } catch (WxErrorException e) {
            if (!WeComErrors.isStaleToken(WeComErrors.code(e))) {
                throw e;
            }
            tokens.dropIf(token);
            return once(executor, uri, data, getAccessToken(false));
        }
    }

    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        Refusal before = refusal;
        if (before != null && machine.now().isBefore(before.until())) {
            throw before.why();
        }
        boolean stale = tokens.isAccessTokenExpired();
        try {
            String token = fetched(forceRefresh);
            refusal = null;
            if (stale) {
                sightings.refreshed();
            }
            return token;
        } catch (WxErrorException e) {
            sightings.refused(WeComErrors.code(e));
            if (WeComErrors.advice(WeComErrors.code(e)) != Advice.RETRY) {
                refusal = new Refusal(e, machine.now().plus(AFTER_REFUSAL));
            }
            throw e;
        } catch (NoAnswer e) {
            throw e;
        } catch (WxRuntimeException e) {
            sightings.silent();
            throw NoAnswer.beforeAsking(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            sightings.silent();
            throw NoAnswer.beforeAsking(e);
        }
    }

    /** Between WxJava's two looks at the store another thread may find the token stale and drop it: look again. */
    private String fetched(boolean forceRefresh) throws WxErrorException {
        for (int look = 0; look < LOOKS; look++) {
            String token = super.getAccessToken(forceRefresh);
            if (token != null) {
                return token;
            }
        }
        throw NoAnswer.beforeAsking(new IllegalStateException());
    }

    @Override
    public void initHttp() {
        // The client is made in the constructor: WxJava's is shared by the whole process and repeats requests.
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return http;
    }

    private <T, E> T once(RequestExecutor<T, E> executor, String uri, E data, String token) throws WxErrorException {
        try {
            T answer = executor.execute(uri + (uri.contains("?") ? "&" : "?") + "access_token=" + token, data, WxType.CP);
            sightings.answered();
            return answer;
        } catch (WxErrorException e) {
            sightings.refused(WeComErrors.code(e));
            throw e;
        } catch (IOException e) {
            sightings.silent();
            throw NoAnswer.to(e);
        } catch (RuntimeException e) {
            sightings.silent();
            throw NoAnswer.unreadable(e);
        }
    }

    private static CloseableHttpClient client(int timeoutMillis) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(20, TimeUnit.SECONDS);
        connections.setValidateAfterInactivity(TRUSTED_MILLIS);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        return HttpClientBuilder.create()
                .useSystemProperties()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeoutMillis)
                        .setConnectTimeout(timeoutMillis)
                        .setSocketTimeout(timeoutMillis)
                        .build())
                .build();
    }
}
