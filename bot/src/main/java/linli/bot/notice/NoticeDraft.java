package linli.bot.notice;

import java.time.Instant;
import java.util.Map;

/**
 * What an author has typed so far; nothing needs to be complete.
 *
 * @param template code of a template
 * @param topic only for templates that leave it open
 * @param byHand groups for which its author chose a person instead of 群发, by group id
 * @param corrects the notice it puts right, whose groups it goes to; null for most
 * @param sendAt null: as soon as it is approved
 */
public record NoticeDraft(
        String template, NoticeTopic topic, Map<String, String> values, Audience audience, Instant sendAt, Map<Long, ByHand> byHand, Long corrects) {

    public NoticeDraft {
        values = Map.copyOf(values);
        byHand = Map.copyOf(byHand);
    }

    public NoticeDraft(String template, NoticeTopic topic, Map<String, String> values, Audience audience, Instant sendAt) {
        this(template, topic, values, audience, sendAt, Map.of(), null);
    }

    /** With a person instead of 群发 for some groups. */
    public NoticeDraft byHand(Map<Long, ByHand> chosen) {
        return new NoticeDraft(template, topic, values, audience, sendAt, chosen, corrects);
    }
}
