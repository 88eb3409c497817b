package linli.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * Plays every transcript of {@code config/scenarios} through the whole system: sandbox, archive, reader, tickets, outbox. What
 * the bot says and when must not depend on the zone of the machine it runs on, so each kind of this class has one.
 */
@SpringBootTest(classes = BotApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "linli.sandbox.port=0")
@ActiveProfiles("sandbox")
@DirtiesContext
abstract class Scenarios {

    @Autowired
    private Environment environment;

    @Autowired
    private ChatGroups groups;

    /** The groups are learnt from the sandbox just after the start. */
    @BeforeEach
    void allGroupsAreBound() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> groups.all().stream().filter(ChatGroup::isBound).count() >= 60);
    }

    static Stream<Path> transcripts() throws IOException {
        String config = System.getProperty("linli.config", "../config");
        try (Stream<Path> files = Files.list(Path.of(config, "scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".chat")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theBotSaysWhatTheTranscriptExpectsAndNothingElse(Path transcript) throws Exception {
        String port = environment.getProperty("linli.sandbox.port");
        HttpRequest play = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/api/plays"))
                .header("Accept", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofFile(transcript))
                .build();

        HttpResponse<String> report = HttpClient.newHttpClient().send(play, HttpResponse.BodyHandlers.ofString());

        assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
        List<String> lines = report.body().lines().toList();
        assertThat(lines).as(report.body()).noneMatch(line -> line.startsWith("✗"));
        assertThat(lines.get(lines.size() - 1)).startsWith("剧本");
    }
}
