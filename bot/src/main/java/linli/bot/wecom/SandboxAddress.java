package linli.bot.wecom;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells whether what we take for WeCom is the sandbox on this machine. Two things exist only there: the archive over HTTP,
 * and speaking in a group at once.
 */
@Component
public class SandboxAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final WeComProperties properties;
    private final String address;

    /**
     * @param enabled whether the sandbox runs in this process
     * @param port its port
     * @param address where it is when it runs in another process of this machine; empty: in this one
     */
    SandboxAddress(
            WeComProperties properties,
            @Value("${linli.sandbox.enabled:false}") boolean enabled,
            @Value("${linli.sandbox.port:0}") int port,
            @Value("${linli.sandbox.address:}") String address) {
        this.properties = properties;
        this.address = !address.isBlank() ? address : enabled ? "http://127.0.0.1:" + port : "";
    }

    public boolean isBase() {
        URI base = properties.baseUrl();
        return !address.isBlank()
                && LOOPBACK.contains(String.valueOf(base.getHost()))
                && origin(base).equals(origin(URI.create(address)));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }
}
