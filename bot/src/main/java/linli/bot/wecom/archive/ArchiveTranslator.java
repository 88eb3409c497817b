package linli.bot.wecom.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.IncomingMessage.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the archive's plain JSON (developer.work.weixin.qq.com/document/path/91774). A type never seen is kept as OTHER with
 * whatever words it carries, for it may hold a request all the same.
 */
final class ArchiveTranslator {

    static final String ADAPTER = "wecom";

    private static final List<String> WORDS = List.of("title", "votetitle", "content", "description", "meetingtitle", "topic");

    private final JsonMapper json = JsonMapper.shared();

    /** @throws IllegalArgumentException when it is not JSON, or lacks who, where or when */
    Translated translate(ArchiveItem item, String plain) {
        JsonNode message;
        try {
            message = json.readTree(plain);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON");
        }
        if (!message.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        String type = text(message, "msgtype");
        if ("switch".equals(text(message, "action"))) {
            return new Translated.Unneeded();
        }
        if (type.equals("agree") || type.equals("disagree")) {
            String member = text(message.path(type), "userid");
            return new Translated.Consented(member.isEmpty() ? required(message, "from") : member, type.equals("agree"));
        }
        if (text(message, "roomid").isEmpty()) {
            return new Translated.Unneeded();
        }
        return new Translated.Said(said(item, message, type));
    }

    private IncomingMessage said(ArchiveItem item, JsonNode message, String type) {
        if ("recall".equals(text(message, "action")) || type.equals("revoke")) {
            return line(item, message, Kind.REVOKE, "", null, null, required(message.path("revoke"), "pre_msgid"));
        }
        JsonNode body = message.path(type);
        return switch (type) {
            case "text" -> {
                QuotedReply reply = QuotedReply.of(text(body, "content"));
                yield line(item, message, Kind.TEXT, reply.text(), null, reply.quote(), null);
            }
            case "mixed" -> mixed(item, message, body);
            case "image" -> media(item, message, Kind.IMAGE, body, "");
            case "voice" -> media(item, message, Kind.VOICE, body, "");
            case "video" -> media(item, message, Kind.VIDEO, body, "");
            case "emotion" -> media(item, message, Kind.STICKER, body, "");
            case "file" -> media(item, message, Kind.FILE, body, text(body, "filename"));
            case "location" -> said(item, message, Kind.LOCATION, join(text(body, "title"), text(body, "address")));
            case "link" -> said(
                    item, message, Kind.LINK, join(text(body, "title"), text(body, "description"), text(body, "link_url")));
            case "weapp" -> said(item, message, Kind.LINK, join(text(body, "title"), text(body, "displayname")));
            case "card" -> said(item, message, Kind.OTHER, text(body, "corpname"));
            case "chatrecord" -> said(item, message, Kind.FORWARD, record(body));
            default -> said(item, message, Kind.OTHER, anyWords(body.isObject() ? body : message.path("info")));
        };
    }

    /** Text and pictures in one message; the words are what we read, the first picture is what we keep. */
    private IncomingMessage mixed(ArchiveItem item, JsonNode message, JsonNode body) {
        List<String> words = new ArrayList<>();
        String media = null;
        for (JsonNode part : body.path("item")) {
            JsonNode content = unfold(part.path("content"));
            if (text(part, "type").equals("text")) {
                words.add(text(content, "content"));
            } else if (media == null && !text(content, "sdkfileid").isEmpty()) {
                media = text(content, "sdkfileid");
            }
        }
        QuotedReply reply = QuotedReply.of(String.join("\n", words));
        Kind kind = words.isEmpty() && media != null ? Kind.IMAGE : Kind.TEXT;
        return line(item, message, kind, reply.text(), media, reply.quote(), null);
    }

    private String record(JsonNode body) {
        List<String> words = new ArrayList<>();
        words.add(text(body, "title"));
        for (JsonNode part : body.path("item")) {
            words.add(text(unfold(part.path("content")), "content"));
        }
        return join(words.toArray(String[]::new));
    }

    /** Inside mixed and chatrecord the content is JSON written as a string. */
    private JsonNode unfold(JsonNode content) {
        if (!content.isString()) {
            return content;
        }
        try {
            return json.readTree(content.asString());
        } catch (JacksonException e) {
            return json.createObjectNode().put("content", content.asString());
        }
    }

    private static String anyWords(JsonNode body) {
        List<String> words = new ArrayList<>();
        WORDS.forEach(field -> words.add(text(body, field)));
        body.path("item").forEach(part -> WORDS.forEach(field -> words.add(text(part, field))));
        return join(words.toArray(String[]::new));
    }

    private static IncomingMessage media(ArchiveItem item, JsonNode message, Kind kind, JsonNode body, String words) {
        String media = text(body, "sdkfileid");
        return line(item, message, kind, words, media.isEmpty() ? null : media, null, null);
    }

    private static IncomingMessage said(ArchiveItem item, JsonNode message, Kind kind, String words) {
        return line(item, message, kind, words, null, null, null);
    }

    private static IncomingMessage line(
            ArchiveItem item, JsonNode message, Kind kind, String words, String media, String quote, String revokes) {
        JsonNode at = message.path("msgtime");
        if (!at.isNumber() || at.asLong(0) <= 0) {
            throw new IllegalArgumentException("no msgtime");
        }
        String id = item.msgId().isEmpty() ? required(message, "msgid") : clean(item.msgId());
        return new IncomingMessage(
                ADAPTER, id, item.seq(), required(message, "roomid"), required(message, "from"), kind, words, media, quote, revokes,
                Instant.ofEpochMilli(at.asLong()));
    }

    private static String required(JsonNode of, String field) {
        String value = text(of, field);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isString() ? clean(value.asString()) : "";
    }

    /** PostgreSQL takes no NUL. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String join(String... words) {
        List<String> present = new ArrayList<>();
        for (String word : words) {
            if (!word.isBlank()) {
                present.add(word);
            }
        }
        return String.join("\n", present);
    }
}
