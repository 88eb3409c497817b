package linli.bot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** The same program in a process of its own on the same database, as another node runs it; it can be killed. */
public final class AnotherNode {

    private static final List<String> SHARED = List.of(
            "linli.db.url", "linli.db.user", "linli.db.password", "linli.redis.url", "linli.config", "linli.data", "spring.config.additional-location");

    private AnotherNode() {}

    /**
     * @param here whose servers and configuration it shares
     * @param settings as on the command line
     */
    public static Process start(Environment here, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m", "-cp", System.getProperty("java.class.path"), BotApplication.class.getName(),
                "--server.port=0", "--linli.schedule.enabled=false"));
        command.addAll(List.of(settings));
        SHARED.forEach(setting -> command.add("--" + setting + "=" + here.getRequiredProperty(setting)));
        File log = Path.of(here.getRequiredProperty("linli.data"), "logs", "another-node.log").toFile();
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }
}
