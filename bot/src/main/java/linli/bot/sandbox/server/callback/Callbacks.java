package linli.bot.sandbox.server.callback;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.Tenant;
import linli.bot.sandbox.server.world.Ids;
import linli.bot.time.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delivers events to the app, one after the other: five seconds for an answer, three tries, then it is lost. */
@Component
class Callbacks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private static final int WAITING_LIMIT = 10_000;

    private final Surroundings surroundings;
    private final Tenant tenant;
    private final Envelope envelope;
    private final MachineClock clock;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(WAITING_LIMIT);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
    private volatile Thread worker;

    Callbacks(Surroundings surroundings, Tenant tenant, Envelope envelope, MachineClock clock) {
        this.surroundings = surroundings;
        this.tenant = tenant;
        this.envelope = envelope;
        this.clock = clock;
    }

    /** @param event what is inside the event's XML beside sender, receiver and time */
    void send(String event) {
        String xml = "<xml><ToUserName><![CDATA[" + tenant.corpId() + "]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>"
                + "<CreateTime>" + clock.now().getEpochSecond() + "</CreateTime><MsgType><![CDATA[event]]></MsgType>" + event + "</xml>";
        if (!waiting.offer(xml)) {
            LOG.warn("callback dropped: {} are waiting already", WAITING_LIMIT);
        }
    }

    @Override
    public void start() {
        worker = new Thread(this::work, "sandbox-callbacks");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    @PreDestroy
    public void stop() {
        Thread stopped = worker;
        worker = null;
        if (stopped != null) {
            stopped.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        try {
            while (worker == Thread.currentThread()) {
                deliver(waiting.take(), address());
            }
        } catch (InterruptedException e) {
            LOG.debug("callbacks stopped");
        }
    }

    /** Waits until the app listens: at a common start it does so after us. */
    private URI address() throws InterruptedException {
        Optional<URI> address = surroundings.callback().get();
        while (address.isEmpty()) {
            synchronized (this) {
                TimeUnit.MILLISECONDS.timedWait(this, 250);
            }
            address = surroundings.callback().get();
        }
        return address.get();
    }

    private void deliver(String xml, URI address) throws InterruptedException {
        String reason = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                int status = http.send(request(xml, address), HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    return;
                }
                reason = "answered " + status;
            } catch (IOException e) {
                reason = e.getClass().getSimpleName();
            }
        }
        LOG.info("callback lost after {} tries: {}", TRIES, reason);
    }

    private HttpRequest request(String xml, URI address) {
        String encrypted = envelope.seal(xml);
        String timestamp = String.valueOf(clock.now().getEpochSecond());
        String nonce = Ids.random(8);
        String query = "msg_signature=" + envelope.signature(timestamp, nonce, encrypted) + "&timestamp=" + timestamp + "&nonce="
                + URLEncoder.encode(nonce, StandardCharsets.US_ASCII);
        String body = "<xml><ToUserName><![CDATA[" + tenant.corpId() + "]]></ToUserName><AgentID><![CDATA[" + tenant.agentId()
                + "]]></AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        return HttpRequest.newBuilder(URI.create(address + (address.getQuery() == null ? "?" : "&") + query))
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
