package linli.bot.sandbox.server.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.bot.text.Texts;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.node.StringNode;

/** The plain JSON of an entry, as the archive's documentation lists it per message type. */
final class PlainMessage {

    private static final String QUOTE_LINE = "- - - - - - - - - - - - - - -";

    private PlainMessage() {}

    static Map<String, Object> of(Entry entry) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("msgid", entry.msgId());
        plain.put("action", entry.revokes() == null ? "send" : "recall");
        plain.put("from", entry.from());
        plain.put("tolist", entry.others());
        plain.put("roomid", entry.groupId());
        plain.put("msgtime", entry.sentAt().toEpochMilli());
        plain.put("msgtype", type(entry));
        Map<String, Object> body = body(entry);
        if (!body.isEmpty()) {
            plain.put(type(entry), body);
        }
        return plain;
    }

    private static String type(Entry entry) {
        return switch (entry.kind()) {
            case FORWARD -> "chatrecord";
            case STICKER -> "emotion";
            case UNKNOWN -> "hologram";
            default -> entry.kind().word();
        };
    }

    private static Map<String, Object> body(Entry entry) {
        String file = DigestUtils.md5DigestAsHex(entry.msgId().getBytes(StandardCharsets.UTF_8));
        return switch (entry.kind()) {
            case TEXT -> Map.of("content", content(entry));
            case IMAGE -> Map.of("md5sum", file, "sdkfileid", "img" + file, "filesize", 186_220);
            case VOICE -> Map.of("md5sum", file, "sdkfileid", "amr" + file, "voice_size", 7_410, "play_length", 6);
            case VIDEO -> Map.of("md5sum", file, "sdkfileid", "mp4" + file, "filesize", 1_048_576, "play_length", 12);
            case FILE -> Map.of(
                    "md5sum", file, "sdkfileid", "doc" + file, "filename", entry.text(), "fileext", "pdf", "filesize", 40_960);
            case LOCATION -> Map.of(
                    "longitude", 106.55, "latitude", 29.56, "address", entry.text(), "title", entry.text(), "zoom", 15);
            case STICKER -> Map.of("type", 1, "width", 200, "height", 200, "imagesize", 20_480, "md5sum", file, "sdkfileid", "gif" + file);
            case LINK -> Map.of("title", entry.text(), "description", "", "link_url", "", "image_url", "");
            case FORWARD -> Map.of("title", Texts.of("sandbox.kind.forward"), "item", List.of(forwarded(entry)));
            case REVOKE -> Map.of("pre_msgid", entry.revokes());
            case AGREE -> Map.of("userid", entry.from(), "agree_time", entry.sentAt().toEpochMilli());
            case DISAGREE -> Map.of("userid", entry.from(), "disagree_time", entry.sentAt().toEpochMilli());
            case UNKNOWN -> Map.of("depth", 3);
        };
    }

    /** There is no type for a quote: the quoted words come first inside the content. */
    private static String content(Entry entry) {
        return entry.quote() == null ? entry.text() : "「" + entry.quote() + "」\n" + QUOTE_LINE + "\n" + entry.text();
    }

    private static Map<String, Object> forwarded(Entry entry) {
        return Map.of(
                "type", "ChatRecordText",
                "msgtime", entry.sentAt().getEpochSecond(),
                "content", "{\"content\":" + StringNode.valueOf(entry.text()) + "}",
                "from_chatroom", false);
    }
}
