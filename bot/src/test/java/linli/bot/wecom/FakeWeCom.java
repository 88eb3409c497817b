package linli.bot.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A few lines of HTTP that answer as WeCom would, for what the sandbox cannot be brought to do. */
public final class FakeWeCom implements AutoCloseable {

    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private final HttpServer server;
    private final Map<String, Function<String, String>> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tokens = new AtomicInteger();

    public FakeWeCom() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.start();
    }

    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param answer from the request's body; null hangs up without a word */
    public void answer(String path, Function<String, String> answer) {
        answers.put(path, answer);
    }

    public void answer(String path, String answer) {
        answers.put(path, body -> answer);
    }

    public int calls(String path) {
        return calls.getOrDefault(path, new AtomicInteger()).get();
    }

    public List<String> bodies() {
        return bodies;
    }

    public void revokeTokens() {
        valid.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        String answer = respond(path, body, String.valueOf(exchange.getRequestURI().getQuery()));
        if (answer == null) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(answer.startsWith("HTTP 500") ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String respond(String path, String body, String query) {
        if (path.equals("/cgi-bin/gettoken")) {
            Function<String, String> given = answers.get(path);
            return given != null ? given.apply(body) : newToken();
        }
        String token = query.replaceFirst("(?s).*access_token=([^&]*).*", "$1");
        if (!valid.contains(token)) {
            return "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}";
        }
        bodies.add(body);
        return answers.getOrDefault(path, b -> OK).apply(body);
    }

    private String newToken() {
        String token = "token-" + tokens.incrementAndGet();
        valid.add(token);
        return "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"" + token + "\",\"expires_in\":7200}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
