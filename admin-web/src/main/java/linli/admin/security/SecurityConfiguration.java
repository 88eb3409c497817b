package linli.admin.security;

import static linli.bot.staff.Role.ADMIN;
import static linli.bot.staff.Role.AUDITOR;
import static linli.bot.staff.Role.CLERK;
import static linli.bot.staff.Role.DESK;
import static linli.bot.staff.Role.GRID;
import static linli.bot.staff.Role.LEADER;
import static linli.bot.staff.Role.REVIEWER;
import static linli.bot.staff.Role.UNIT;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import linli.bot.staff.Logins;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.time.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may open what; whatever is not listed here is closed to everybody. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration IDLE = Duration.ofMinutes(30);

    /** Nothing inline, nothing from elsewhere. Bootstrap's small pictures are {@code data:} addresses. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain console(HttpSecurity http, StaffMembers staff, Logins logins, MachineClock machine) throws Exception {
        Doorman doorman = new Doorman();
        return http.authorizeHttpRequests(SecurityConfiguration::whoMayOpenWhat)
                .securityContext(context -> context.securityContextRepository(new StaffSessions(staff, logins, machine)))
                .authenticationManager(new ProviderManager(new StaffLogin(logins)))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("userid")
                        .successHandler(doorman)
                        .failureHandler(doorman))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()).ignoringRequestMatchers("/wecom/callback"))
                .exceptionHandling(doors -> doors.authenticationEntryPoint(doorman).accessDeniedHandler(doorman))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(new PasswordFirst(), AuthorizationFilter.class)
                .build();
    }

    private static void whoMayOpenWhat(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers("/login", "/error", "/webjars/**", "/console.css", "/console.js", "/favicon.svg", "/favicon.ico").permitAll();
        paths.requestMatchers("/wecom/callback", "/actuator/health", "/actuator/health/**").permitAll();
        paths.requestMatchers("/actuator/prometheus").access((who, context) -> new AuthorizationDecision(isThisMachine(context.getRequest())));

        paths.requestMatchers("/", "/desk/**", "/more", "/menu", "/password", "/live").authenticated();
        paths.requestMatchers("/tickets/**").hasAnyRole(any(GRID, DESK, UNIT, LEADER));
        paths.requestMatchers("/whistles/**").hasAnyRole(any(GRID, DESK, UNIT, LEADER));
        paths.requestMatchers("/candidates/**").hasAnyRole(any(GRID, DESK));
        paths.requestMatchers("/lines/**", "/sidebar/**").hasAnyRole(any(GRID, DESK));
        paths.requestMatchers("/notices/**").hasAnyRole(any(CLERK, REVIEWER, GRID, DESK, LEADER));
        paths.requestMatchers("/groups/*/bind").hasAnyRole(any(ADMIN));
        paths.requestMatchers("/groups/**").hasAnyRole(any(GRID, DESK, LEADER, ADMIN));
        paths.requestMatchers("/status/**").hasAnyRole(any(ADMIN, DESK, LEADER, AUDITOR));
        paths.requestMatchers("/parser/lines/**").hasAnyRole(any(GRID, DESK, LEADER, ADMIN));
        paths.requestMatchers("/parser/**").hasAnyRole(any(DESK, LEADER, ADMIN));
        paths.requestMatchers("/responsibilities/**", "/calendar/**").hasAnyRole(any(GRID, DESK, LEADER, ADMIN));
        paths.requestMatchers("/audit").hasAnyRole(any(AUDITOR, ADMIN));
        paths.requestMatchers("/staff/**", "/setup/**").hasAnyRole(any(ADMIN));
        paths.anyRequest().denyAll();
    }

    /** Whether there is such a place at all; what is not listed is not there, whoever asks. */
    static boolean isListed(String path) {
        return path.matches("/(desk|more|menu|password|live|login|logout|tickets|whistles|candidates|lines|sidebar|notices|groups|parser|status|staff|setup|responsibilities|calendar|audit)(/.*)?|/");
    }

    private static String[] any(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }

    static boolean isStatic(String path) {
        return path.startsWith("/webjars/") || path.startsWith("/console.") || path.startsWith("/favicon.");
    }

    /** A collector on this machine; not somebody whom a proxy on this machine lets through. */
    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** PostgreSQL keeps no NUL: a form that holds one is refused here instead of failing in some statement. */
    @Bean
    HttpFirewall noNul() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    /** Keeps Spring Boot from making a user of its own; logins go through the chain above. */
    @Bean
    AuthenticationManager noOtherLogin(Logins logins) {
        return new ProviderManager(new StaffLogin(logins));
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleSessionsEnd() {
        return sessions -> sessions.setDefaultMaxInactiveInterval(IDLE);
    }

    /** HttpOnly is the serializer's default, and Secure follows the request. */
    @Bean
    DefaultCookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("LINLI");
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    WebMvcConfigurer actorsInControllers(CurrentStaff current) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(current);
            }
        };
    }
}
