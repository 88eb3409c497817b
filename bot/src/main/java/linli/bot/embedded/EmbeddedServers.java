package linli.bot.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the servers that come along, once per process and data folder, and tells the environment where they listen. Runs
 * after the configuration files were read and before any bean exists, so Flyway, Quartz and tests all find them.
 */
public class EmbeddedServers implements EnvironmentPostProcessor, Ordered {

    private static final Map<Path, DataFolder> RUNNING = new HashMap<>();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean ownDatabase = environment.containsProperty("linli.db.url");
        boolean ownRedis = environment.containsProperty("linli.redis.url");
        if (ownDatabase && ownRedis) {
            return;
        }
        DataFolder folder = folder(Path.of(environment.getProperty("linli.data", "data")));
        String database = environment.getProperty("linli.embedded.database", "linli");
        Map<String, Object> addresses = new LinkedHashMap<>();
        if (!ownDatabase) {
            EmbeddedPostgres postgres = folder.postgres();
            addresses.put("linli.db.url", postgres.url(database));
            addresses.put("linli.db.user", EmbeddedPostgres.USER);
            addresses.put("linli.db.password", folder.password());
        }
        if (!ownRedis) {
            addresses.put("linli.redis.url", folder.redis().url(database));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("linliEmbeddedServers", addresses));
    }

    /** After every source of settings was read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static DataFolder folder(Path path) {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(path.toAbsolutePath().normalize(), EmbeddedServers::claim);
        }
    }

    private static DataFolder claim(Path path) {
        DataFolder folder = DataFolder.claim(path);
        // These run after the context has closed, so that Quartz and the pool end with their database still there.
        SpringApplication.getShutdownHandlers().add(() -> release(folder));
        return folder;
    }

    private static void release(DataFolder folder) {
        synchronized (RUNNING) {
            RUNNING.remove(folder.path());
            folder.close();
        }
    }
}
