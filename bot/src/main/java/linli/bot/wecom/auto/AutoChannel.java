package linli.bot.wecom.auto;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.outbox.Channel;
import linli.bot.outbox.OutgoingMessage;
import linli.bot.outbox.Receipt;
import linli.bot.outbox.Route;
import linli.bot.outbox.SendFailed;
import linli.bot.outbox.SendFailed.Kind;
import linli.bot.wecom.ConditionalOnSandbox;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.WeComProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Posts a line into a group of the sandbox. The same key twice is one line there, so a lost answer may be repeated. */
@Component
@ConditionalOnWeCom
@ConditionalOnSandbox
class AutoChannel implements Channel {

    private static final Duration LITTLE = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI address;
    private final Duration timeout;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();

    AutoChannel(WeComProperties properties) {
        this.address = URI.create(properties.base() + "/sandbox/api/bot-lines");
        this.timeout = properties.timeout();
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    @Override
    public Route route() {
        return Route.AUTO;
    }

    @Override
    public boolean repeatsSafely() {
        return true;
    }

    @Override
    public List<Receipt> send(List<OutgoingMessage> lines) throws SendFailed {
        List<Receipt> receipts = new ArrayList<>(lines.size());
        for (OutgoingMessage line : lines) {
            receipts.add(send(line));
        }
        return receipts;
    }

    private Receipt send(OutgoingMessage line) throws SendFailed {
        HttpResponse<String> answer;
        try {
            String body = json.writeValueAsString(Map.of("key", line.key(), "chatId", line.target(), "text", line.text(), "route", line.route().name()));
            answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(timeout)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new SendFailed(Kind.TEMPORARY, "network", LITTLE);
        } catch (IOException e) {
            throw new SendFailed(Kind.LOST, "network", LITTLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendFailed(Kind.LOST, "network", LITTLE);
        }
        return receipt(answer);
    }

    private Receipt receipt(HttpResponse<String> answer) throws SendFailed {
        int status = answer.statusCode();
        if (status == OK) {
            try {
                return Receipt.sent(json.readTree(answer.body()).path("messageId").asString(null));
            } catch (JacksonException e) {
                throw new SendFailed(Kind.LOST, "vendor_error", LITTLE);
            }
        }
        if (status == TOO_MANY) {
            throw new SendFailed(Kind.THROTTLED, "throttled", LITTLE);
        }
        if (status >= SERVER_ERROR) {
            throw new SendFailed(Kind.LOST, "vendor_error", LITTLE);
        }
        return Receipt.failed(status == NOT_FOUND ? "group_gone" : "content_refused");
    }

    @Override
    public Optional<Receipt> lookUp(OutgoingMessage line) {
        return Optional.empty();
    }
}
