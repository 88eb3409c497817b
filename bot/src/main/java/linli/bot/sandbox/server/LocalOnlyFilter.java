package linli.bot.sandbox.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import linli.bot.text.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox asks nobody who he is, so a web page from elsewhere must not reach it through a browser on this machine:
 * neither under a foreign host name that points here, nor by a form sent here.
 */
@Component
@Order(1)
class LocalOnlyFilter extends OncePerRequestFilter {

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final long LARGEST_BODY = 2L * 1024 * 1024;
    private static final long LARGEST_UPLOAD = 32L * 1024 * 1024;

    private final JsonMapper json;

    LocalOnlyFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (!LOCAL.contains(request.getServerName()) || isFromElsewhere(request.getHeader("Origin"))) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, Texts.of("sandbox.localOnly"));
        } else if (request.getContentLengthLong() > (JsonOnlyValve.UPLOAD.equals(request.getRequestURI()) ? LARGEST_UPLOAD : LARGEST_BODY)) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Texts.of("sandbox.bodyTooLarge"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsString(Map.of("error", sentence)).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFromElsewhere(String origin) {
        if (origin == null) {
            return false;
        }
        try {
            String host = URI.create(origin).getHost();
            return host == null || !LOCAL.contains(host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
