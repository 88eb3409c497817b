package linli.bot.sandbox.server.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.parsing.Context;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Utterance;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the product's reader reads a line by itself, for the page's side pane. Only shows; nothing comes of it. */
@RestController
class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final Pattern BUILDING = Pattern.compile("(\\d{1,3})栋");

    private final Surroundings surroundings;
    private final Body body;
    private volatile Parser parser;

    Readings(Surroundings surroundings, Body body) {
        this.surroundings = surroundings;
        this.body = body;
    }

    @PostMapping("/sandbox/api/readings")
    Map<String, Object> read(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        String text = Body.required(request, "text");
        String group = Body.required(request, "group");
        String role = Body.text(request, "role");
        try {
            return shown(understand(text, group, Body.text(request, "sender"), role));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the reader failed: {}", e.toString());
            throw new Refused(503, Texts.of("sandbox.reader.away"), List.of());
        }
    }

    private Understanding understand(String text, String group, String sender, String role) {
        Parser reader = parser();
        Matcher building = BUILDING.matcher(group);
        Place said = sender == null ? Place.NOWHERE : reader.placeOf(sender);
        boolean staff = role != null && !role.equals("resident");
        Context context = new Context(building.find() ? building.group(1) : null, staff, said == null ? Place.NOWHERE : said, null);
        boolean addressed = text.contains("@" + Texts.of("sandbox.word.addressed")) || text.contains("@" + Texts.of("sandbox.word.assistant"));
        return reader.understand(new Utterance(text, Utterance.Kind.TEXT, addressed), context);
    }

    private Parser parser() {
        if (parser == null) {
            parser = new Parser(Lexicon.read(surroundings.config().resolve("lexicon")));
        }
        return parser;
    }

    private static Map<String, Object> shown(Understanding read) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("level", read.level().name());
        out.put("levelLabel", Texts.of("sandbox.reader.level." + read.level()));
        out.put("intent", Texts.label(read.intent()));
        out.put("troubles", read.troubles().stream().map(Readings::trouble).toList());
        out.put("command", read.command() == null ? null : Texts.of("sandbox.reader.command." + read.command().verb()));
        out.put("followUp", read.followUp() == null ? null : Texts.of("sandbox.reader.followUp." + read.followUp()));
        out.put("place", place(read.place()));
        out.put("spans", read.spans().stream()
                .map(span -> Map.of("label", Texts.of("sandbox.reader.span." + span.label()), "start", span.start(), "end", span.end()))
                .toList());
        out.put("flags", read.flags().stream().map(flag -> Texts.of("sandbox.reader.flag." + flag)).sorted().toList());
        out.put("predicates", read.predicates());
        out.put("vetoes", read.vetoes());
        out.put("confidence", read.confidence());
        return out;
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        return Map.of(
                "category", Texts.label(trouble.category()),
                "matter", trouble.matter() == null ? "" : trouble.matter(),
                "urgency", Texts.label(trouble.urgency()),
                "restricted", trouble.restricted(),
                "place", place(trouble.place()));
    }

    /** Never the room: it is nobody's business on a screen that is shown around. */
    private static String place(Place place) {
        if (place == null || place.isNowhere()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        if (!place.buildings().isEmpty()) {
            words.append(String.join("、", place.buildings())).append(Texts.of("sandbox.reader.building"));
        }
        if (!place.units().isEmpty()) {
            words.append(String.join("、", place.units())).append(Texts.of("sandbox.reader.unit"));
        }
        if (place.floor() != null) {
            words.append(place.floor()).append(Texts.of("sandbox.reader.floor"));
        }
        return place.spot() == null ? words.toString() : words.append(' ').append(place.spot()).toString().strip();
    }
}
