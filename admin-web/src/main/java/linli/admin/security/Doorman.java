package linli.admin.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Where a person is sent who may not pass, and after the login. A request of htmx is answered with {@code HX-Redirect}, so
 * that the whole page goes to the login instead of a login form landing inside a table.
 */
final class Doorman implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler, AuthenticationSuccessHandler {

    private static final String HOME = "/";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        boolean expired = request.getRequestedSessionId() != null;
        toLogin(request, response, expired);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        boolean nobody = !(SecurityContextHolder.getContext().getAuthentication() instanceof StaffToken);
        if (nobody && why instanceof CsrfException) {
            toLogin(request, response, true);
        } else if (why instanceof CsrfException && "/login".equals(request.getRequestURI())) {
            // The second tap on the login button, after the first one has already changed the token.
            response.sendRedirect(HOME);
        } else {
            boolean exists = SecurityConfiguration.isListed(request.getRequestURI());
            response.sendError(exists ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void toLogin(HttpServletRequest request, HttpServletResponse response, boolean expired) throws IOException {
        boolean htmx = request.getHeader("HX-Request") != null;
        String target = "/login" + (expired ? "?expired" : "") + wayBack(request, htmx, expired);
        if (htmx) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("text/event-stream".equals(request.getHeader("Accept"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }

    private static String wayBack(HttpServletRequest request, boolean htmx, boolean expired) {
        if (htmx || !"GET".equals(request.getMethod()) || HOME.equals(request.getRequestURI())) {
            return "";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return (expired ? "&" : "?") + "to=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(why instanceof LockedException ? "/login?locked" : "/login?error");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        String to = request.getParameter("to");
        response.sendRedirect(isOurs(to) ? to : HOME);
    }

    /** A path of this console, never another host ({@code //evil}, {@code /\evil}) and never a header in disguise. */
    static boolean isOurs(String to) {
        return to != null && to.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");
    }
}
