package linli.bot.wecom;

import java.net.URI;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Tells whether what we take for WeCom is the sandbox on this machine: the one in this process ({@code
 * linli.sandbox.enabled}, {@code linli.sandbox.port}), or one in another process at {@code linli.sandbox.address}. Two things
 * exist only there: the archive over HTTP, and speaking in a group at once.
 */
public final class SandboxAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private SandboxAddress() {}

    public static boolean isBase(Environment environment) {
        String base = environment.getProperty("linli.wecom.base-url", "");
        String sandbox = sandbox(environment);
        if (base.isBlank() || sandbox.isBlank()) {
            return false;
        }
        URI at = URI.create(base.strip());
        return LOOPBACK.contains(String.valueOf(at.getHost())) && origin(at).equals(origin(URI.create(sandbox.strip())));
    }

    private static String sandbox(Environment environment) {
        String address = environment.getProperty("linli.sandbox.address", "");
        if (!address.isBlank() || !environment.getProperty("linli.sandbox.enabled", Boolean.class, false)) {
            return address;
        }
        return "http://127.0.0.1:" + environment.getProperty("linli.sandbox.port", "8090");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }
}
