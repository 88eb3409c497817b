package linli.bot.sandbox.server.protocol;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks every call of the protocol for its token and keeps the limit of 10,000 calls a minute for one path (90313). */
@Component
class ProtocolGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final int CALLS_PER_MINUTE = 10_000;

    private final Tokens tokens;
    private final RateLimit rates;

    ProtocolGate(Tokens tokens, RateLimit rates) {
        this.tokens = tokens;
        this.rates = rates;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/cgi-bin/**", "/sandbox/archive", "/sandbox/keys")
                .excludePathPatterns("/cgi-bin/gettoken", "/cgi-bin/webhook/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean archive = request.getRequestURI().startsWith("/sandbox/");
        tokens.require(request.getParameter("access_token"), archive ? Tokens.Scope.ARCHIVE : Tokens.Scope.APP);
        if (!rates.allows(request.getRequestURI(), CALLS_PER_MINUTE)) {
            throw new WeComError(45009, "api freq out of limit");
        }
        return true;
    }
}
