package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an author has typed so far; nothing needs to be complete.
 *
 * @param template code of a template
 * @param topic only for templates that leave it open
 * @param byHand groups for which its author chose a person instead of 群发, by group id
 * @param corrects the notice it puts right, whose groups it goes to; null for most
 * @param attachments ids of what goes out beside the words, in this order
 * @param sendAt null: as soon as it is approved
 */
public record NoticeDraft(
        String template, NoticeTopic topic, Map<String, String> values, Audience audience, Instant sendAt, Map<Long, ByHand> byHand, Long corrects,
        List<Long> attachments) {

    public NoticeDraft {
        attachments = List.copyOf(attachments);
        values = Map.copyOf(values);
        byHand = Map.copyOf(byHand);
    }

    public NoticeDraft(String template, NoticeTopic topic, Map<String, String> values, Audience audience, Instant sendAt) {
        this(template, topic, values, audience, sendAt, Map.of(), null, List.of());
    }

    /** With a person instead of 群发 for some groups. */
    public NoticeDraft byHand(Map<Long, ByHand> chosen) {
        return new NoticeDraft(template, topic, values, audience, sendAt, chosen, corrects, attachments);
    }

    /** With pictures, files or links beside the words. */
    public NoticeDraft attach(List<Long> attached) {
        return new NoticeDraft(template, topic, values, audience, sendAt, byHand, corrects, attached);
    }
}
