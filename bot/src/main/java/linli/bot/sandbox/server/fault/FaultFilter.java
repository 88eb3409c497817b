package linli.bot.sandbox.server.fault;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import linli.bot.sandbox.server.HangUp;
import linli.bot.sandbox.server.protocol.Answer;
import linli.bot.sandbox.server.protocol.RateLimit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets the switches act on what the product calls. */
@Component
@Order(2)
class FaultFilter extends OncePerRequestFilter {

    private static final List<String> TOUCHED = List.of("/cgi-bin/", "/sandbox/archive", "/sandbox/keys", "/sandbox/api/bot-lines");

    private final Faults faults;
    private final RateLimit rates;
    private final JsonMapper json;
    private final CountDownLatch closing = new CountDownLatch(1);

    FaultFilter(Faults faults, RateLimit rates, JsonMapper json) {
        this.faults = faults;
        this.rates = rates;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return TOUCHED.stream().noneMatch(path -> request.getRequestURI().startsWith(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Fault> befalling = faults.befalling(request.getRequestURI());
        for (Fault fault : befalling) {
            if (fault.slowMillis() != null) {
                waitFor(fault.slowMillis());
            }
        }
        if (befalling.stream().anyMatch(fault -> Boolean.TRUE.equals(fault.down()))) {
            HangUp.on(request).now();
            return;
        }
        Integer code = befalling.stream().map(fault -> refusal(fault, request)).filter(Objects::nonNull).findFirst().orElse(null);
        if (code != null) {
            refuse(request, response, code);
        } else if (befalling.stream().anyMatch(fault -> Boolean.TRUE.equals(fault.loseAnswer()))) {
            chain.doFilter(request, new ContentCachingResponseWrapper(response));
            HangUp.on(request).now();
        } else {
            chain.doFilter(request, response);
        }
    }

    private void waitFor(int millis) throws IOException {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the sandbox is closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Integer refusal(Fault fault, HttpServletRequest request) {
        if (fault.errcode() != null) {
            return fault.errcode();
        }
        boolean over = fault.rateLimit() != null && !rates.allows("fault " + request.getRequestURI(), fault.rateLimit());
        return over ? 45009 : null;
    }

    /** {@code bot-lines} is no call of WeCom's, so it says it by HTTP. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, int code) throws IOException {
        if (request.getRequestURI().startsWith("/sandbox/api/")) {
            response.setStatus(code == 45009 ? 429 : 503);
            response.setHeader("Retry-After", "60");
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(Answer.of(code, "fault")));
    }

    @PreDestroy
    void close() {
        closing.countDown();
    }
}
