package linli.bot.sandbox.server.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.Attached;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Media;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code attachments} of a 群发 (92135): checked when the task is made, a message each when its owner confirms. */
@Component
class TaskAttachments {

    private static final int MOST = 9;
    private static final int TITLE_BYTES = 128;
    private static final int DESCRIPTION_BYTES = 512;
    private static final int URL_BYTES = 2048;

    private final Media media;
    private final JsonMapper json;

    TaskAttachments(Media media, JsonMapper json) {
        this.media = media;
        this.json = json;
    }

    /** @param words the file's name, or the link's title */
    record Part(Kind kind, String words, Attached attached) {}

    /** @throws WeComError for what WeCom would refuse */
    void check(JsonNode attachments) {
        if (attachments.size() > MOST) {
            throw WeComError.parameter("attachments are over 9");
        }
        attachments.forEach(this::checkOne);
    }

    private void checkOne(JsonNode attachment) {
        String type = String.valueOf(Body.text(attachment, "msgtype"));
        switch (type) {
            case "image", "video", "file" -> {
                Media.Medium medium = media.find(String.valueOf(Body.text(attachment.path(type), "media_id")))
                        .filter(found -> !media.isExpired(found))
                        .orElseThrow(() -> new WeComError(40007, "invalid media_id"));
                if (!medium.type().equals(type)) {
                    throw new WeComError(40004, "media type does not match");
                }
            }
            case "link" -> {
                limit(attachment.path(type), "title", TITLE_BYTES, true);
                limit(attachment.path(type), "url", URL_BYTES, true);
                limit(attachment.path(type), "desc", DESCRIPTION_BYTES, false);
            }
            default -> throw WeComError.parameter("attachments.msgtype, the sandbox knows image, video, file and link");
        }
    }

    private static void limit(JsonNode link, String field, int bytes, boolean required) {
        String value = Body.text(link, field);
        if (value == null ? required : value.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw WeComError.parameter("attachments.link." + field);
        }
    }

    /** @param attachments as the task keeps them: JSON, or empty */
    List<Part> parts(String attachments) {
        List<Part> parts = new ArrayList<>();
        if (attachments.isBlank()) {
            return parts;
        }
        for (JsonNode attachment : json.readTree(attachments)) {
            String type = Body.text(attachment, "msgtype");
            JsonNode body = attachment.path(type);
            if (type.equals("link")) {
                parts.add(new Part(Kind.LINK, Body.text(body, "title"), new Attached(null, Body.text(body, "url"), Body.text(body, "desc"))));
            } else {
                String id = Body.text(body, "media_id");
                Kind kind = type.equals("image") ? Kind.IMAGE : type.equals("video") ? Kind.VIDEO : Kind.FILE;
                parts.add(new Part(kind, media.find(id).map(Media.Medium::name).orElse(""), new Attached(id, null, null)));
            }
        }
        return parts;
    }
}
