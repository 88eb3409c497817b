package linli.bot.wecom;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole bot beside the sandbox, over HTTP both ways. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"linli.sandbox.port=0", "linli.wecom.result-poll=200ms"})
@ActiveProfiles("sandbox")
public abstract class AgainstTheSandbox {

    @Value("http://127.0.0.1:${linli.sandbox.port}/sandbox/api/")
    private String api;

    @Autowired
    protected JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void noMoreFaults() {
        call("DELETE", "faults", Map.of());
    }

    protected JsonNode say(String group, String sender, String text) {
        return call("POST", "messages", Map.of("group", group, "sender", sender, "text", text));
    }

    protected void fault(Map<String, Object> fault) {
        call("POST", "faults", fault);
    }

    protected JsonNode confirm(String owner) {
        return call("POST", "owners/" + enc(owner) + "/confirm", Map.of());
    }

    protected String chatId(String group) {
        return call("GET", "groups/" + enc(group), Map.of()).path("chatId").asString();
    }

    protected List<JsonNode> lines(String group, String text) {
        List<JsonNode> found = new java.util.ArrayList<>();
        call("GET", "groups/" + enc(group) + "/messages", Map.of()).forEach(line -> {
            if (line.path("text").asString("").equals(text)) {
                found.add(line);
            }
        });
        return found;
    }

    protected JsonNode call(String method, String path, Map<String, Object> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json");
            request.method(method, method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String enc(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
