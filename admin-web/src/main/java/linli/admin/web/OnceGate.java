package linli.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import linli.admin.security.CurrentStaff;
import linli.bot.once.Once;
import linli.bot.staff.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form that says {@code Idempotency-Key} is done once. What arrives again is answered with 204: it is done. A refusal changed
 * nothing and is not remembered, so that it is refused again with its reason.
 */
@Configuration(proxyBeanMethods = false)
class OnceGate {

    private static final String KEY = "Idempotency-Key";
    private static final String TURN = OnceGate.class.getName() + ".key";

    @Bean
    WebMvcConfigurer formsThatAreDoneOnce(Once once, CurrentStaff current) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(once, current));
            }
        };
    }

    private record Gate(Once once, CurrentStaff current) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            String key = request.getHeader(KEY);
            Optional<Actor> actor = current.find();
            if (key == null || actor.isEmpty() || !request.getMethod().equals("POST") || request.getAttribute(TURN) != null) {
                return true;
            }
            if (!key.matches("[A-Za-z0-9-]{16,64}")) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                return false;
            }
            switch (once.begin(actor.get().ref(), key)) {
                case DONE -> {
                    response.setStatus(HttpStatus.NO_CONTENT.value());
                    return false;
                }
                case UNDER_WAY -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, "2");
                    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                    return false;
                }
                default -> {
                    request.setAttribute(TURN, key);
                    return true;
                }
            }
        }

        @Override
        public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
            if (request.getAttribute(TURN) instanceof String key) {
                current.find().map(Actor::ref).ifPresent(actor -> {
                    if (failure == null && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                        once.finish(actor, key);
                    } else {
                        once.release(actor, key);
                    }
                });
            }
        }
    }
}
