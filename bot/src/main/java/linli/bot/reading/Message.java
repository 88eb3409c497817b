package linli.bot.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/** One message of the file. */
record Message(String id, String group, Instant time, String speaker, String nick, String text) {

    /** @throws IllegalArgumentException when a field is missing or no time */
    static Message of(JsonNode node) {
        return new Message(
                required(node, "id"),
                required(node, "group"),
                OffsetDateTime.parse(required(node, "time")).toInstant(),
                required(node, "speaker"),
                node.path("nick").asString(""),
                node.path("text").asString(""));
    }

    private static String required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("the field " + field + " is missing");
        }
        return value.asString();
    }
}
