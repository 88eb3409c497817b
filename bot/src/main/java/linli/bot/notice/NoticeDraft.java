package linli.bot.notice;

import java.time.Instant;
import java.util.Map;

/**
 * What an author has typed so far; nothing needs to be complete.
 *
 * @param template code of a template
 * @param topic only for templates that leave it open
 * @param sendAt null: as soon as it is approved
 */
public record NoticeDraft(String template, NoticeTopic topic, Map<String, String> values, Audience audience, Instant sendAt) {

    public NoticeDraft {
        values = Map.copyOf(values);
    }
}
