package linli.bot.sandbox;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stand-in for WeCom.
 *
 * @param enabled whether it runs; never where residents are
 * @param port where it listens, on 127.0.0.1; 0 takes a free one
 * @param address where it is when it runs in another process of this machine; empty otherwise
 * @param world groups and people to begin with; {@code sample/sandbox-world.yml} in the configuration folder when not given
 */
@ConfigurationProperties(prefix = "linli.sandbox", ignoreUnknownFields = false)
record SandboxProperties(@DefaultValue("false") boolean enabled, @DefaultValue("8090") int port, @DefaultValue("") String address, Path world) {}
