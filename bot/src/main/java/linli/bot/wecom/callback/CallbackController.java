package linli.bot.wecom.callback;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.Faults;
import linli.bot.wecom.WeComProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WeCom reaches us. It waits one second for a verification and five for an event, and repeats an event twice: so an
 * event is committed, answered with 200, and handled afterwards. Whoever is refused hears the same whatever the reason.
 */
@RestController
@RequestMapping("/wecom/callback")
@ConditionalOnReceiving
class CallbackController {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
    private static final int LARGEST_BODY = 64 * 1024;
    private static final String REFUSED = "refused";

    private final CallbackCrypto crypto;
    private final WeComEvents events;
    private final EventWorker worker;
    private final MeterRegistry meters;

    CallbackController(
            WeComProperties properties, MachineClock machine, WeComEvents events, EventWorker worker, MeterRegistry meters) {
        this.crypto = new CallbackCrypto(properties, machine);
        this.events = events;
        this.worker = worker;
        this.meters = meters;
    }

    /** The check WeCom makes when the address is typed into its console: answer the opened text and nothing else. */
    @GetMapping
    ResponseEntity<byte[]> verify(
            @RequestParam(name = "msg_signature", required = false) String signature,
            @RequestParam(required = false) String timestamp,
            @RequestParam(required = false) String nonce,
            @RequestParam(required = false) String echostr) {
        try {
            return text(HttpStatus.OK, crypto.open(signature, timestamp, nonce, echostr));
        } catch (CallbackRefused e) {
            return refused(e);
        }
    }

    @PostMapping
    ResponseEntity<byte[]> receive(
            @RequestParam(name = "msg_signature", required = false) String signature,
            @RequestParam(required = false) String timestamp,
            @RequestParam(required = false) String nonce,
            InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            count("too-large");
            return text(HttpStatus.CONTENT_TOO_LARGE, "too large");
        }
        try {
            String sealed = CallbackXml.fields(new String(body, StandardCharsets.UTF_8)).get("Encrypt");
            String plain = crypto.open(signature, timestamp, nonce, sealed);
            accept(WeComEvents.digest(signature, nonce), CallbackXml.fields(plain), plain);
            return text(HttpStatus.OK, "");
        } catch (CallbackRefused e) {
            return refused(e);
        } catch (DataAccessException e) {
            // Not committed, so not accepted: WeCom will say it again.
            LOG.warn("A WeCom event could not be stored: {}", Faults.describe(e));
            count("unavailable");
            return text(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
    }

    private void accept(String digest, Map<String, String> fields, String plain) {
        if (!events.isKnown(digest) && events.record(digest, fields, plain)) {
            count("accepted");
            worker.nudge();
        } else {
            count("repeated");
        }
    }

    private ResponseEntity<byte[]> refused(CallbackRefused e) {
        count("refused-" + e.why().name().toLowerCase(Locale.ROOT));
        return text(HttpStatus.FORBIDDEN, REFUSED);
    }

    private void count(String outcome) {
        meters.counter("linli.wecom.callbacks", "outcome", outcome).increment();
    }

    private static ResponseEntity<byte[]> text(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words.getBytes(StandardCharsets.UTF_8));
    }
}
