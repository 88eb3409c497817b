package linli.bot.sandbox.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Line;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Messages;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import linli.bot.sandbox.server.world.Posting;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Speaking: people do it through {@code messages}, the product's own lines (AUTO) come through {@code bot-lines}. */
@RestController
class MessagesApi {

    private static final int ID_LIMIT = 200;

    /** By itself, or by the tap of a person in the side bar. */
    private static final Set<String> ROUTES = Set.of("AUTO", "STAFF_TAP");

    private final Groups groups;
    private final People people;
    private final Messages messages;
    private final Body body;

    MessagesApi(Groups groups, People people, Messages messages, Body body) {
        this.groups = groups;
        this.people = people;
        this.messages = messages;
        this.body = body;
    }

    @PostMapping("/sandbox/api/messages")
    Map<String, Object> post(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        ChatGroup group = groups.require(Body.required(request, "group"));
        Kind kind = kind(Optional.ofNullable(Body.text(request, "kind")).orElse("text"));
        String text = kind.isWords() ? Body.required(request, "text") : Optional.ofNullable(Body.text(request, "text")).orElse("");
        String msgId = id(request, "msgId");
        String revokes = kind == Kind.REVOKE ? Body.required(request, "revokes") : null;
        Member sender = sender(request, group);
        Line line = messages.post(new Posting(group, sender, kind, text, Body.text(request, "quote"), revokes, msgId, null));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("msgId", line.msgId());
        out.put("seq", line.seq());
        out.put("at", View.at(line.sentAt()));
        return out;
    }

    /** By {@code senderId} somebody who already has an account speaks, in a second group too; else it goes by the name. */
    private Member sender(JsonNode request, ChatGroup group) {
        Boolean consents = Body.flag(request, "consented");
        String id = Body.text(request, "senderId");
        if (id == null) {
            return groups.speaker(group, Body.required(request, "sender"), consents == null || consents);
        }
        return groups.findMember(group.id(), id).orElseGet(() -> {
            Person person = people.find(id)
                    .filter(found -> found.kind() != Person.Kind.ASSISTANT)
                    .orElseThrow(() -> Refused.invalid(Texts.of("sandbox.noPerson", id)));
            return groups.join(group, person, person.name(), consents == null || consents);
        });
    }

    private static Kind kind(String word) {
        return Kind.of(word).orElseThrow(() -> {
            List<String> kinds = Kind.sendable().stream().map(Kind::word).toList();
            return new Refused(
                    400, Texts.of("sandbox.noKind", word, kinds.stream().collect(Collectors.joining("、"))), kinds);
        });
    }

    private static String id(JsonNode request, String field) {
        String id = Body.text(request, field);
        if (id != null && (id.isBlank() || id.length() > ID_LIMIT || id.chars().anyMatch(Character::isISOControl))) {
            throw Refused.invalid(Texts.of("sandbox.badId", field, ID_LIMIT));
        }
        return id;
    }

    /** The second of the two things WeCom has no interface for. The same key is one line, however often it is asked for. */
    @PostMapping("/sandbox/api/bot-lines")
    Map<String, Object> botLine(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        Body.required(request, "key");
        String key = id(request, "key");
        ChatGroup group = groups.require(Body.required(request, "chatId"));
        String route = Optional.ofNullable(Body.text(request, "route")).filter(ROUTES::contains).orElse("AUTO");
        Line line = messages.postBotLine(key, group, Body.required(request, "text"), route);
        return Map.of("messageId", line.msgId(), "at", View.at(line.sentAt()));
    }
}
