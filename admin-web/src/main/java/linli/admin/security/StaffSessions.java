package linli.admin.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import linli.bot.staff.Logins;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.time.MachineClock;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Turns a session into a person and back. Only the userid and the time of the login are kept: nothing of a library's that a
 * later version could not read, and nothing that a changed role would make untrue.
 */
final class StaffSessions implements SecurityContextRepository {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final String USERID = "staff";
    private static final String SINCE = "since";

    private final StaffMembers staff;
    private final Logins logins;
    private final MachineClock machine;

    StaffSessions(StaffMembers staff, Logins logins, MachineClock machine) {
        this.staff = staff;
        this.logins = logins;
        this.machine = machine;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(USERID) == null) {
            return context;
        }
        Instant since = Instant.ofEpochMilli((Long) session.getAttribute(SINCE));
        Staff person = staff.findByUserid((String) session.getAttribute(USERID)).filter(Staff::active).orElse(null);
        if (person == null || since.plus(LONGEST).isBefore(machine.now())) {
            session.invalidate();
            return context;
        }
        context.setAuthentication(new StaffToken(person, logins.mustChange(person.id())));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof StaffToken token) {
            request.getSession().setAttribute(USERID, token.staff().userid());
            request.getSession().setAttribute(SINCE, machine.now().toEpochMilli());
        } else {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(USERID);
            }
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USERID) != null;
    }

    /** Reads the session only when somebody asks who is there. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> loader;
        private SecurityContext context;

        private Deferred(Supplier<SecurityContext> loader) {
            this.loader = loader;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = loader.get();
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
