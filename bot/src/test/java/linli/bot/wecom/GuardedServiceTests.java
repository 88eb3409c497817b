package linli.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class GuardedServiceTests {

    private static final String SEND = "/cgi-bin/message/send";
    private static final String TOKEN = "/cgi-bin/gettoken";

    @Autowired
    UnifiedJedis redis;

    private FakeWeCom fake;
    private WeComProperties properties;
    private WeCom weCom;

    @BeforeEach
    void start() {
        fake = new FakeWeCom();
        properties = WeComLab.properties(fake.base());
        weCom = WeComLab.node(properties, redis);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private String send(WeCom node) throws WxErrorException {
        return node.app().post(properties.base() + SEND, "{\"text\":\"居民的话\"}");
    }

    @Test
    void aBusyPlatformIsNotAskedAgain() {
        fake.answer(SEND, "{\"errcode\":-1,\"errmsg\":\"system busy\"}");

        WxErrorException e = catchThrowableOfType(WxErrorException.class, () -> send(weCom));

        assertThat(WeComErrors.code(e)).isEqualTo(WeComErrors.BUSY);
        assertThat(fake.calls(SEND)).isEqualTo(1);
    }

    @Test
    void fiftyThreadsOnTwoNodesFetchOneTokenWhenTheirsExpires() throws Exception {
        WeCom other = WeComLab.node(properties, redis);
        send(weCom);
        send(other);
        assertThat(fake.calls(TOKEN)).isEqualTo(1);
        fake.revokeTokens();

        ExecutorService pool = Executors.newFixedThreadPool(50);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            WeCom node = i % 2 == 0 ? weCom : other;
            calls.add(() -> send(node));
        }
        for (Future<String> call : pool.invokeAll(calls)) {
            assertThat(call.get()).contains("ok");
        }
        pool.shutdown();

        assertThat(fake.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void aLateThreadDoesNotThrowAwayTheFreshToken() throws Exception {
        SharedTokens tokens = (SharedTokens) weCom.app().getWxCpConfigStorage();
        String old = weCom.app().getAccessToken(false);
        tokens.dropIf(old);
        String fresh = weCom.app().getAccessToken(false);

        tokens.dropIf(old);

        assertThat(fresh).isNotEqualTo(old);
        assertThat(tokens.getAccessToken()).isEqualTo(fresh);
    }

    @Test
    void theTwoSecretsHaveTokensOfTheirOwn() throws Exception {
        assertThat(weCom.app().getAccessToken(false)).isNotEqualTo(weCom.archive().getAccessToken(false));
    }

    @Test
    void withRedisAwayTheProcessKeepsItsOwnToken() throws Exception {
        int nowhere = freePort();
        try (RedisClient away = RedisClient.create("redis://127.0.0.1:" + nowhere)) {
            WeCom alone = WeComLab.node(properties, away);

            ExecutorService pool = Executors.newFixedThreadPool(20);
            List<Callable<String>> calls = java.util.Collections.nCopies(20, () -> send(alone));
            for (Future<String> call : pool.invokeAll(calls)) {
                assertThat(call.get()).contains("ok");
            }
            pool.shutdown();
            fake.revokeTokens();
            send(alone);
        }
        assertThat(fake.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void aTokenIsFetchedOnceAfterRedisForgotEverything() throws Exception {
        send(weCom);
        redis.flushDB();
        send(weCom);
        send(weCom);
        assertThat(fake.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void aRefusedSecretIsNotTriedAgainAtOnce() {
        SettableClock machine = new SettableClock(Instant.parse("2026-11-24T02:00:00Z"));
        WeCom refused = WeComLab.node(properties, redis, machine);
        fake.answer(TOKEN, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");

        assertThatThrownBy(() -> send(refused)).isInstanceOf(WxErrorException.class);
        assertThatThrownBy(() -> send(refused)).isInstanceOf(WxErrorException.class);
        assertThat(fake.calls(TOKEN)).isEqualTo(1);

        machine.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> send(refused)).isInstanceOf(WxErrorException.class);
        assertThat(fake.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsNotWeComsLeavesTheOutcomeOpen() {
        fake.answer(SEND, "<html>502 Bad Gateway</html>");
        assertThat(catchThrowableOfType(NoAnswer.class, () -> send(weCom)).left()).isTrue();
        fake.answer(SEND, "HTTP 500");
        assertThat(catchThrowableOfType(NoAnswer.class, () -> send(weCom)).left()).isTrue();
        fake.answer(SEND, body -> null);
        assertThat(catchThrowableOfType(NoAnswer.class, () -> send(weCom)).left()).isTrue();
        assertThat(fake.calls(SEND)).isEqualTo(3);
    }

    @Test
    void aClosedDoorMeansThatNothingLeft() throws Exception {
        weCom.app().getAccessToken(false);
        WeCom fresh = WeComLab.node(properties, redis);
        fake.close();
        assertThat(catchThrowableOfType(NoAnswer.class, () -> send(fresh)).left()).isFalse();
    }

    @Test
    void neitherTokenNorWordsReachTheLog(CapturedOutput output) throws Exception {
        String token = weCom.app().getAccessToken(false);
        fake.answer(SEND, "{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}");
        assertThatThrownBy(() -> send(weCom)).isInstanceOf(WxErrorException.class);
        fake.answer(SEND, body -> null);
        assertThatThrownBy(() -> send(weCom)).isInstanceOf(NoAnswer.class).hasMessageNotContaining(token);
        assertThat(output.getAll()).doesNotContain(token).doesNotContain("居民的话");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
