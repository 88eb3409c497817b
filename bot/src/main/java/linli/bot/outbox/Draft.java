package linli.bot.outbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line to be written into the outbox.
 *
 * @param key what makes it one: writing the same key again changes nothing
 * @param owner userid of the group's owner, for OWNER_CONFIRM
 * @param batch lines that may go out as one task; null for a line of its own
 * @param reason why it is said: ack, update, emergency, answer, notice, card, reminder…
 * @param solicited outside the speech budget: an answer, an emergency, a notice
 * @param afterId a line that must have been handed over (or at least tried) before, or null
 * @param notBefore earliest instant, community time
 * @param moment the moment of the group's talk that the line belongs to; a lagging machine hands it over later
 * @param attachments what goes out beside the text, in this order; OWNER_CONFIRM carries it, by the others a person does
 */
public record Draft(
        String key, Route route, String target, String owner, String batch, String text, String reason, boolean solicited, Long afterId, Instant notBefore,
        Instant moment, List<Long> attachments) {

    public Draft {
        attachments = List.copyOf(attachments);
    }

    public Draft(
            String key, Route route, String target, String owner, String batch, String text, String reason, boolean solicited, Long afterId, Instant notBefore) {
        this(key, route, target, owner, batch, text, reason, solicited, afterId, notBefore, notBefore, List.of());
    }

    public static Draft toGroup(String key, Route route, String chatId, String text, String reason, boolean solicited, Instant notBefore) {
        return new Draft(key, route, chatId, null, null, text, reason, solicited, null, notBefore);
    }

    public static Draft toStaff(String key, String userid, String text, String reason, Instant notBefore) {
        return new Draft(key, Route.STAFF_APP, userid, null, null, text, reason, true, null, notBefore);
    }

    public Draft after(Long lineId) {
        return new Draft(key, route, target, owner, batch, text, reason, solicited, lineId, notBefore, moment, attachments);
    }

    public Draft with(List<Long> attached) {
        return new Draft(key, route, target, owner, batch, text, reason, solicited, afterId, notBefore, moment, attached);
    }

    public Draft handedOver(Instant earliest) {
        return new Draft(key, route, target, owner, batch, text, reason, solicited, afterId, earliest, moment, attachments);
    }

    /** As the query takes them. */
    String attachmentIds() {
        return attachments.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
