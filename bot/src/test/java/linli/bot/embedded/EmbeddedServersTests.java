package linli.bot.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Each step runs in a process of its own, since what is tested is how processes end. */
class EmbeddedServersTests {

    @TempDir
    Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopWhatIsLeft() throws Exception {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
        LeftoverProcess.stop(data.resolve("pg/postmaster.pid"), "postgres", data.resolve("pg-bin"));
        LeftoverProcess.stop(data.resolve("redis/redis.pid"), "redis-server", data.resolve("redis-bin"));
    }

    @Test
    void whatWasCommittedIsThereAfterAStopAndAStart() throws Exception {
        Process first = start();
        Addresses addresses = addresses(first);
        run(addresses, "create table note (words text); insert into note values ('电梯又停了')");
        try (RedisClient redis = RedisClient.create(addresses.redis())) {
            redis.set("words", "火锅巴适");
        }
        assertThat(read(addresses, "show fsync")).isEqualTo("on");
        assertThat(read(addresses, "show synchronous_commit")).isEqualTo("on");
        ProcessHandle postgres = server("pg/postmaster.pid");
        ProcessHandle redisServer = server("redis/redis.pid");

        first.destroy();
        first.waitFor();

        await().until(() -> !postgres.isAlive() && !redisServer.isAlive());
        Addresses again = addresses(start());
        assertThat(read(again, "select words from note")).isEqualTo("电梯又停了");
        try (RedisClient redis = RedisClient.create(again.redis())) {
            assertThat(redis.get("words")).isEqualTo("火锅巴适");
        }
    }

    @Test
    void afterAKillTheNextStartStopsTheOrphansAndFindsTheData() throws Exception {
        Process first = start();
        run(addresses(first), "create table note (words text); insert into note values ('漏水')");
        ProcessHandle orphan = server("pg/postmaster.pid");
        ProcessHandle orphanedRedis = server("redis/redis.pid");

        first.destroyForcibly().waitFor();

        assertThat(orphan.isAlive()).isTrue();
        Addresses again = addresses(start());
        await().until(() -> !orphan.isAlive() && !orphanedRedis.isAlive());
        assertThat(read(again, "select words from note")).isEqualTo("漏水");
    }

    @Test
    void aSecondProcessOnTheSameFolderIsTurnedAwayWithOneSentence() throws Exception {
        Addresses first = addresses(start());

        Process second = start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isNotZero();
        assertThat(said).contains("正被另一个邻里进程使用").doesNotContain("\tat ");
        assertThat(read(first, "select 1")).isEqualTo("1");
    }

    @Test
    void whoeverElseIsOnTheMachineNeedsThePassword() throws Exception {
        Addresses addresses = addresses(start());

        assertThatThrownBy(() -> DriverManager.getConnection(addresses.database(), "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThat(Files.getPosixFilePermissions(data.resolve("servers.password"))).hasSize(2);
    }

    @Test
    void aProcessThatGotTheNumberOfAnOldServerIsLeftAlone() throws IOException {
        Path pidFile = Files.writeString(
                data.resolve("old.pid"), ProcessHandle.current().pid() + "\n");

        LeftoverProcess.stop(pidFile, "java", Files.createDirectories(data.resolve("pg-bin")));

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    private record Addresses(String database, String password, String redis) {}

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        "--linli.data=" + data)
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    private static Addresses addresses(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(Probe.READY)) {
                String[] parts = line.substring(Probe.READY.length()).split(" ");
                return new Addresses(parts[0], parts[1], parts[2]);
            }
        }
        throw new AssertionError("never ready:\n" + String.join("\n", said));
    }

    private ProcessHandle server(String pidFile) throws IOException {
        Path file = data.resolve(pidFile);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file));
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                .orElseThrow();
    }

    private static void run(Addresses addresses, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(addresses.database(), "postgres", addresses.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Addresses addresses, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(addresses.database(), "postgres", addresses.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
