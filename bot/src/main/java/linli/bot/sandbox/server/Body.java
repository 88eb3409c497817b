package linli.bot.sandbox.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's JSON, whatever content type it claims, and says in a sentence what is wrong with it. */
@Component
public class Body {

    private final JsonMapper json;

    Body(JsonMapper json) {
        this.json = json;
    }

    /** @throws Refused for broken UTF-8, for what is not JSON, and for JSON that is not an object */
    public JsonNode read(byte[] bytes) {
        String text = text(bytes);
        JsonNode node;
        try {
            node = json.readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException e) {
            throw Refused.invalid(Texts.of("sandbox.notJson", e.getLocation() == null ? "1" : e.getLocation().getLineNr() + ""));
        }
        if (!node.isObject()) {
            throw Refused.invalid(Texts.of("sandbox.notObject"));
        }
        return node;
    }

    /** @throws Refused for broken UTF-8 */
    public String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes == null ? new byte[0] : bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.invalid(Texts.of("sandbox.brokenUtf8"));
        }
    }

    /** A field's text, or null where it is missing or null. */
    public static String text(JsonNode from, String field) {
        JsonNode value = from.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw Refused.invalid(Texts.of("sandbox.notText", field));
        }
        return value.asString();
    }

    /** @throws Refused when the field is missing or blank */
    public static String required(JsonNode from, String field) {
        String value = text(from, field);
        if (value == null || value.isBlank()) {
            throw Refused.invalid(Texts.of("sandbox.missing", field));
        }
        return value;
    }

    public static Boolean flag(JsonNode from, String field) {
        JsonNode value = from.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw Refused.invalid(Texts.of("sandbox.notFlag", field));
        }
        return value.asBoolean();
    }

    /** @param least smallest allowed value; {@code most} the greatest */
    public static Integer number(JsonNode from, String field, int least, int most) {
        JsonNode value = from.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw Refused.invalid(Texts.of("sandbox.notNumber", field, least + "", most + ""));
        }
        return value.asInt();
    }
}
