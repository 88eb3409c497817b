package linli.bot.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** The Redis that comes along. */
final class EmbeddedRedis {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int DATABASES = 256;

    private final RedisServer server;
    private final int port;
    private final String password;
    private final Map<String, Integer> databases = new HashMap<>();

    private EmbeddedRedis(RedisServer server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    static EmbeddedRedis start(Path folder, String password) {
        Path data = folder.resolve("redis");
        Path binaries = folder.resolve("redis-bin");
        Path pidFile = data.resolve("redis.pid");
        try {
            Files.createDirectories(data);
            Files.createDirectories(binaries);
            Files.createDirectories(folder.resolve("logs"));
            LeftoverProcess.stop(pidFile, "redis-server", binaries);
            int port = freePort();
            Path settings = data.resolve("redis.conf");
            DataFolder.writePrivately(settings, settings(data, pidFile, port, password));
            String executable = ExecutableProvider.newJarResourceProvider(binaries.toFile())
                    .get()
                    .getAbsolutePath();
            RedisServer server = new RedisServer(port, command(executable, settings), false);
            server.start();
            log.info("Embedded Redis listens on 127.0.0.1:{}, data in {}", port, data);
            return new EmbeddedRedis(server, port, password);
        } catch (IOException e) {
            throw new ServersUnavailable("redis", data.toString(), e);
        }
    }

    /** Ctrl-C reaches every process of the terminal's group; the program still needs its Redis while it stops. */
    private static List<String> command(String executable, Path settings) {
        return Files.isExecutable(SETSID)
                ? List.of(SETSID.toString(), executable, settings.toString())
                : List.of(executable, settings.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String settings(Path data, Path pidFile, int port, String password) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + password,
                "databases " + DATABASES,
                "dir \"" + data + "\"",
                "pidfile \"" + pidFile + "\"",
                "appendonly yes",
                "appendfsync everysec",
                "maxmemory 256mb",
                "maxmemory-policy noeviction",
                "");
    }

    /** Each database name of this process gets an index of its own, the first one 0. */
    synchronized String url(String database) {
        int index = databases.computeIfAbsent(database, name -> databases.size() % DATABASES);
        return "redis://:" + password + "@127.0.0.1:" + port + "/" + index;
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
