package linli.bot.sandbox.server.play;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import linli.bot.sandbox.Transcript;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Transcripts: those of the configuration folder, and playing any. */
@RestController
class PlaysApi {

    private static final String SUFFIX = ".chat";
    private static final int SLOWEST = 10_000;

    private final Player player;
    private final Path folder;
    private final Body body;
    private final JsonMapper json;

    PlaysApi(Player player, Surroundings surroundings, Body body, JsonMapper json) {
        this.player = player;
        this.folder = surroundings.config().resolve("scenarios");
        this.body = body;
        this.json = json;
    }

    @GetMapping("/sandbox/api/scenarios")
    List<Map<String, String>> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .map(name -> Map.of("name", name.substring(0, name.length() - SUFFIX.length()), "title", title(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A transcript's first comment is its title. */
    private String title(String name) {
        try (Stream<String> lines = Files.lines(folder.resolve(name))) {
            return lines.filter(line -> line.startsWith("#")).map(line -> line.substring(1).strip()).findFirst().orElse(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/sandbox/api/scenarios/{name}")
    Map<String, String> show(@PathVariable String name) {
        if (list().stream().noneMatch(known -> known.get("name").equals(name))) {
            throw new Refused(404, Texts.of("sandbox.play.noScenario", name), list().stream().map(known -> known.get("name")).toList());
        }
        try {
            return Map.of("name", name, "text", Files.readString(folder.resolve(name + SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Plays the transcript that is the request's body and reports each line as it is played: one JSON object a line, or lines
     * for people where {@code text/plain} is asked for. Who hangs up ends the play.
     */
    @PostMapping("/sandbox/api/plays")
    void play(
            @RequestBody(required = false) byte[] bytes,
            @RequestParam(defaultValue = "0") int pace,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Transcript transcript = read(body.text(bytes));
        String accept = request.getHeader("Accept");
        boolean plain = accept != null && accept.contains("text/plain");
        player.play(transcript, Math.max(0, Math.min(SLOWEST, pace)), played -> {
            // Only now: a play that is refused is answered in JSON.
            response.setContentType((plain ? "text/plain" : "application/x-ndjson") + ";charset=UTF-8");
            String line = plain ? forPeople(played) : json.writeValueAsString(played);
            response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        });
    }

    private static Transcript read(String text) {
        try {
            return Transcript.read(text);
        } catch (Transcript.Unreadable e) {
            throw Refused.invalid(e.getMessage());
        }
    }

    private static String forPeople(Played played) {
        String mark = played.met() == null ? " " : played.met() ? "✓" : "✗";
        if (played.what().equals("end")) {
            return Boolean.TRUE.equals(played.met()) ? played.text() : mark + " " + played.text();
        }
        if (played.what().equals("note")) {
            return "  " + played.text();
        }
        String said = played.what().equals("silence") ? Texts.of("sandbox.play.silence") : played.who() + "：" + played.text();
        String line = mark + " " + played.at() + " " + played.group() + " " + said.replace("\n", "\n      ");
        return played.detail() == null ? line : line + "\n      " + played.detail();
    }
}
