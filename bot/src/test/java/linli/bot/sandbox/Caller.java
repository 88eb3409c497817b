package linli.bot.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the sandbox over HTTP. */
class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    Caller(@Value("${linli.wecom.base-url}") String base) {
        this.base = base;
    }

    record Answer(int status, JsonNode body) {

        String error() {
            return body.path("error").asString();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return postBytes(path, JSON.writeValueAsBytes(body));
    }

    Answer postBytes(String path, byte[] body) throws IOException, InterruptedException {
        return call("POST", path, body);
    }

    Answer call(String method, String path, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body().isEmpty() ? null : JSON.readTree(response.body()));
    }

    JsonNode say(String group, String sender, String text) throws IOException, InterruptedException {
        return post("/sandbox/api/messages", Map.of("group", group, "sender", sender, "text", text)).body();
    }

    List<JsonNode> lines(String group, long after) throws IOException, InterruptedException {
        return List.copyOf(get("/sandbox/api/groups/" + encode(group) + "/messages?after=" + after).body().values());
    }

    String chatId(String group) throws IOException, InterruptedException {
        return get("/sandbox/api/groups/" + encode(group)).body().path("chatId").asString();
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
