package linli.admin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person logged in at the console, over one connection. */
final class Visitor {

    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final String address;
    private final String userid;
    private final String csrf;

    Visitor(String address, String userid, String password) throws IOException, InterruptedException {
        this.address = address;
        this.userid = userid;
        String before = token(get("/login").body());
        HttpResponse<String> answer = send(form("/login", Map.of("userid", userid, "password", password, "_csrf", before)));
        String home = get("/more").body();
        if (answer.statusCode() != 302 || !home.contains("_csrf")) {
            throw new IllegalStateException("no login for " + userid + ": " + answer.statusCode());
        }
        this.csrf = token(home);
    }

    String userid() {
        return userid;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** A tap of the page's script, with the token it has. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(form(path, fields), (name, value) -> true).header("X-CSRF-TOKEN", csrf).header("HX-Request", "true").build());
    }

    /** A form whose answer is read while it comes. */
    HttpResponse<InputStream> stream(String path, Map<String, String> fields) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(form(path, fields), (name, value) -> true).header("X-CSRF-TOKEN", csrf).build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue())).collect(Collectors.joining("&"))))
                .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        Matcher field = FIELD.matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("no CSRF token on the page");
        }
        return field.group(1) == null ? field.group(2) : field.group(1);
    }
}
