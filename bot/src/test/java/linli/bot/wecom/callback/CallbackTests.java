package linli.bot.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.bot.time.MachineClock;
import linli.bot.wecom.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.clients.jedis.UnifiedJedis;

/** Over real HTTP, with the credentials and the time (2014) of the sample that WeCom ships with its crypto library. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "linli.wecom.corp-id=" + Sealing.CORP,
            "linli.wecom.agent-id=218",
            "linli.wecom.secret=none",
            "linli.wecom.token=" + Sealing.TOKEN,
            "linli.wecom.aes-key=" + Sealing.AES_KEY,
            "linli.wecom.base-url=http://127.0.0.1:9"
        })
class CallbackTests {

    private static final Instant SAMPLE_TIME = Instant.ofEpochSecond(1409659700);
    private static final String NOW = "1409659700";

    @TestConfiguration
    static class In2014 {
        @Bean
        @Primary
        MachineClock clockOf2014() {
            return new SettableClock(SAMPLE_TIME);
        }

        @Bean
        Failing failing() {
            return new Failing();
        }
    }

    /** Fails on one group, and counts what it was given. */
    static class Failing implements EventHandler {
        final List<String> handled = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public boolean handles(WeComEvent event) {
            return event.kind().equals("test_event");
        }

        @Override
        public void handle(WeComEvent event) {
            handled.add(event.chatId());
            if (event.chatId().equals("wrBroken")) {
                throw new IllegalStateException("broken");
            }
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    Failing handler;

    @Autowired
    EventWorker worker;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Post(String signature, String timestamp, String nonce, String body) {
        static Post of(String plain) {
            return of(plain, Sealing.CORP, NOW);
        }

        static Post of(String plain, String receiver, String timestamp) {
            return ofSealed(Sealing.seal(plain, receiver), timestamp);
        }

        static Post ofSealed(String sealed, String timestamp) {
            String nonce = UUID.randomUUID().toString();
            return new Post(Sealing.sign(timestamp, nonce, sealed), timestamp, nonce, Sealing.envelope(sealed));
        }
    }

    private HttpResponse<String> post(Post post) {
        return post(post, post.body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(Post post, byte[] body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(address(post.signature(), post.timestamp(), post.nonce(), null))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(String signature, String timestamp, String nonce, String echo) {
        return URI.create("http://127.0.0.1:" + port + "/wecom/callback?msg_signature=" + enc(signature) + "&timestamp="
                + enc(timestamp) + "&nonce=" + enc(nonce) + (echo == null ? "" : "&echostr=" + enc(echo)));
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int events() {
        return jdbc.sql("select count(*) from wecom_event").query(Integer.class).single();
    }

    private static String event(String chatId) {
        return "<xml><ToUserName>" + Sealing.CORP + "</ToUserName><MsgType>event</MsgType><Event>test_event</Event><ChatId><![CDATA["
                + chatId + "]]></ChatId></xml>";
    }

    @Test
    void theOfficialSampleVerifiesTheAddress() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address(
                                "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
                                "1409659589",
                                "263014780",
                                "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1616140317555161061");
    }

    @Test
    void theOfficialSampleMessageIsCommittedBeforeItIsAnswered() {
        String sealed = "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYY"
                + "vuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gs"
                + "ijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVM"
                + "NS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8"
                + "R07+qN+E7Q==";
        Post post = new Post("477715d11cdb4164915debcba66cb864d751f3e6", "1409659813", "1372623149", Sealing.envelope(sealed));

        HttpResponse<String> answer = post(post);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        String body = jdbc.sql("select body from wecom_event where kind = 'text'").query(String.class).single();
        assertThat(body).contains("<MsgId>4561255354251345929</MsgId>", "mycreate", "hello");
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        Post good = Post.of(event("wrSame"));
        String sealed = Sealing.seal(event("wrSame"), Sealing.CORP);
        byte[] badPad = new byte[64];
        List<Post> bad = new ArrayList<>(List.of(
                new Post("0".repeat(40), good.timestamp(), good.nonce(), good.body()),
                new Post(good.signature(), good.timestamp(), good.nonce() + "1", good.body()),
                Post.of(event("wrSame"), "wwSomebodyElse", NOW),
                Post.of(event("wrSame"), Sealing.CORP + "x", NOW),
                Post.of(event("wrSame"), "", NOW),
                Post.of(event("wrSame"), Sealing.CORP, "1409660001"),
                Post.of(event("wrSame"), Sealing.CORP, "1409659399"),
                Post.of(event("wrSame"), Sealing.CORP, "now"),
                Post.ofSealed("not Base64 at all", NOW),
                Post.ofSealed("", NOW),
                Post.ofSealed(sealed.substring(0, 40), NOW),
                Post.ofSealed(Sealing.encrypt(badPad), NOW),
                new Post(good.signature(), good.timestamp(), good.nonce(), "<xml></xml>"),
                new Post(good.signature(), good.timestamp(), good.nonce(), "")));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            bad.add(flipped(good, random));
        }
        int before = events();

        for (Post post : bad) {
            HttpResponse<String> answer = post(post);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("refused");
        }
        assertThat(events()).isEqualTo(before);
    }

    private static Post flipped(Post post, Random random) {
        int from = post.body().indexOf("<Encrypt><![CDATA[") + 18;
        int at = from + random.nextInt(post.body().indexOf("]]></Encrypt>") - from);
        char c = post.body().charAt(at);
        char other = c == 'A' ? 'B' : 'A';
        return new Post(
                post.signature(), post.timestamp(), post.nonce(), post.body().substring(0, at) + other + post.body().substring(at + 1));
    }

    @Test
    void garbageBytesAreRefused() {
        byte[] garbage = new byte[5000];
        new Random(3).nextBytes(garbage);
        Post post = Post.of(event("wrGarbage"));
        assertThat(post(post, garbage).statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyOverSixtyFourKilobytesIsTooLarge() {
        Post post = Post.of(event("wrLarge"));
        assertThat(post(post, new byte[64 * 1024 + 1]).statusCode()).isEqualTo(413);
        assertThat(post(post, new byte[64 * 1024]).statusCode()).isEqualTo(403);
    }

    @Test
    void theSameSignedBodyIsAnsweredAgainAndHasOneEffect() {
        Post post = Post.of(event("wrAgain"));
        assertThat(post(post).statusCode()).isEqualTo(200);
        assertThat(post(post).statusCode()).isEqualTo(200);
        redis.flushDB();
        assertThat(post(post).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from wecom_event where chat_id = 'wrAgain'").query(Integer.class).single()).isEqualTo(1);
        await().until(() -> handler.handled.contains("wrAgain"));
        await().until(() -> worker.isAtRest(SAMPLE_TIME));
        assertThat(handler.handled).containsOnlyOnce("wrAgain");
    }

    @Test
    void sixteenAtOnceAreOneRow() throws Exception {
        Post post = Post.of(event("wrSixteen"));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> calls = java.util.Collections.nCopies(16, () -> post(post).statusCode());
        for (Future<Integer> status : pool.invokeAll(calls)) {
            assertThat(status.get()).isEqualTo(200);
        }
        pool.shutdown();
        assertThat(jdbc.sql("select count(*) from wecom_event where chat_id = 'wrSixteen'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anEventThatKeepsFailingIsSetAsideAndOthersGoOn() {
        post(Post.of(event("wrBroken")));
        post(Post.of(event("wrFine")));
        await().until(() -> handler.handled.contains("wrFine"));
        // Not to wait for the growing pauses between its failures.
        await().until(() -> {
            jdbc.sql("update wecom_event set not_before = now() where chat_id = 'wrBroken'").update();
            worker.nudge();
            return jdbc.sql("select state from wecom_event where chat_id = 'wrBroken'").query(String.class).single().equals("QUARANTINED");
        });
        assertThat(jdbc.sql("select failures from wecom_event where chat_id = 'wrBroken'").query(Integer.class).single()).isEqualTo(5);
        assertThat(jdbc.sql("select failure from wecom_event where chat_id = 'wrBroken'").query(String.class).single())
                .isEqualTo("IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"http://127.0.0.1:PORT/x\">]><xml><Encrypt>&e;</Encrypt><Event>&e;</Event></xml>",
        "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:PORT/x.dtd\"><xml><Encrypt>a</Encrypt></xml>",
        "<!DOCTYPE xml PUBLIC \"p\" \"http://127.0.0.1:PORT/x.dtd\"><xml/>",
        "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:PORT/p\"> %p;]><xml/>",
        "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><xml><Event>&c;</Event></xml>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml>&e;</xml>",
        "<xml><Event>&unknown;</Event></xml>",
        "<xml xmlns:xi=\"http://www.w3.org/2001/XInclude\"><a><b><c><d><e><f><g><h><i/></h></g></f></e></d></c></b></a></xml>",
        "<xml><Event>"
    })
    void entitiesAreRefusedInBothLayersAndNobodyIsCalled(String xml) throws Exception {
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String payload = xml.replace("PORT", String.valueOf(canary.getLocalPort()));
            Post outer = Post.of(event("wrOuter"));
            int before = events();

            assertThat(post(outer, payload.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(403);
            assertThat(post(Post.of(payload)).statusCode()).isEqualTo(403);

            assertThat(events()).isEqualTo(before);
            canary.setSoTimeout(200);
            org.assertj.core.api.Assertions.assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
