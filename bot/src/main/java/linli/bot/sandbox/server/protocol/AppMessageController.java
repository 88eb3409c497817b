package linli.bot.sandbox.server.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.Tenant;
import linli.bot.sandbox.server.world.Ids;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** App messages to staff (90236) and group robots (91770). */
@RestController
class AppMessageController {

    private static final int PER_MEMBER_A_MINUTE = 30;
    private static final int PER_ROBOT_A_MINUTE = 20;
    private static final int TEXT_BYTES = 2048;
    private static final int MARKDOWN_BYTES = 4096;

    private final AppMessages messages;
    private final People people;
    private final RateLimit rates;
    private final Tenant tenant;
    private final Body body;

    AppMessageController(AppMessages messages, People people, RateLimit rates, Tenant tenant, Body body) {
        this.messages = messages;
        this.people = people;
        this.rates = rates;
        this.tenant = tenant;
        this.body = body;
    }

    private record Content(String kind, String title, String text, String url) {}

    @PostMapping("/cgi-bin/message/send")
    Map<String, Object> send(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        if (!request.hasNonNull("agentid")) {
            throw new WeComError(41011, "agentid missing");
        }
        if (request.path("agentid").asInt(0) != tenant.agentId()) {
            throw new WeComError(40056, "invalid agentid");
        }
        Content content = content(request);
        List<String> unknown = new ArrayList<>();
        List<Person> readers = readers(request, unknown);
        if (readers.isEmpty()) {
            throw new WeComError(81013, "user & party & tag all invalid");
        }
        Duration within = Duration.ofSeconds(request.path("duplicate_check_interval").asLong(1800));
        String digest = request.path("enable_duplicate_check").asInt(0) == 1 ? digest(content) : null;
        String msgId = Ids.random(24);
        for (Person reader : readers) {
            if (digest != null && messages.hadBefore(reader.id(), digest, within)) {
                continue;
            }
            // Over the limit WeCom says ok and drops the message.
            if (rates.allows("app message " + reader.id(), PER_MEMBER_A_MINUTE)) {
                messages.keep(reader.id(), content.kind(), content.title(), content.text(), content.url(), digest);
            }
        }
        return Answer.ok("invaliduser", unknown.isEmpty() ? null : String.join("|", unknown), "msgid", msgId);
    }

    private List<Person> readers(JsonNode request, List<String> unknown) {
        String to = Optional.ofNullable(Body.text(request, "touser")).orElse("");
        if (to.equals("@all")) {
            return people.staff();
        }
        List<Person> readers = new ArrayList<>();
        for (String userid : to.split("\\|")) {
            if (userid.isBlank()) {
                continue;
            }
            Optional<Person> person = people.find(userid.strip()).filter(found -> found.kind() == Person.Kind.STAFF);
            person.ifPresentOrElse(readers::add, () -> unknown.add(userid.strip()));
        }
        return readers;
    }

    private static Content content(JsonNode request) {
        String kind = Optional.ofNullable(Body.text(request, "msgtype")).orElse("");
        JsonNode of = request.path(kind);
        return switch (kind) {
            case "text", "markdown" -> new Content(kind, "", words(of, "content", TEXT_BYTES), null);
            case "textcard" -> new Content(
                    kind, words(of, "title", 512), words(of, "description", 2048), words(of, "url", TEXT_BYTES));
            case "template_card" -> new Content(
                    kind,
                    text(of.path("main_title"), "title"),
                    text(of.path("main_title"), "desc") + "\n" + text(of, "sub_title_text"),
                    Body.text(of.path("card_action"), "url"));
            default -> throw new WeComError(40008, "invalid message type");
        };
    }

    private static String words(JsonNode of, String field, int bytes) {
        String words = text(of, field);
        if (words.isBlank()) {
            throw new WeComError(44004, "empty content: " + field);
        }
        if (words.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw new WeComError(45002, "content size out of limit: " + field);
        }
        return words;
    }

    private static String text(JsonNode of, String field) {
        return Optional.ofNullable(Body.text(of, field)).orElse("");
    }

    private static String digest(Content content) {
        return HexFormat.of().formatHex(DigestUtils.md5Digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @PostMapping("/cgi-bin/webhook/send")
    Map<String, Object> robot(@RequestParam(required = false) String key, @RequestBody(required = false) byte[] bytes) {
        if (key == null || key.isBlank()) {
            throw new WeComError(93000, "invalid webhook url");
        }
        JsonNode request = body.read(bytes);
        String kind = Optional.ofNullable(Body.text(request, "msgtype")).orElse("");
        if (!kind.equals("text") && !kind.equals("markdown")) {
            throw new WeComError(40008, "invalid message type");
        }
        String words = words(request.path(kind), "content", kind.equals("text") ? TEXT_BYTES : MARKDOWN_BYTES);
        if (!rates.allows("robot " + key, PER_ROBOT_A_MINUTE)) {
            throw new WeComError(45009, "api freq out of limit");
        }
        messages.keep("webhook:" + key, kind, "", words, null, null);
        return Answer.ok();
    }
}
