package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A notice.
 *
 * @param template code of its template in config/notices.yml
 * @param values what the author typed, by field name
 * @param sendAt the author's wish; null: as soon as it is approved
 * @param emergencyReason why it was published urgently; null when it was not
 * @param dueAt when it goes out, while it goes on by the clock; when it should have, once missed
 * @param version of its text; 0 when it was never submitted
 * @param byHand groups whose author chose a person instead of 群发, by group id
 * @param attachments ids of what goes out beside the words
 * @param corrects the notice it puts right; null for most
 * @param revision of the row, for people who change it at the same time
 * @param effect the trouble it explains: WATER, POWER, GAS, LIFT; null for none
 * @param author userid
 */
public record Notice(
        long id,
        String template,
        NoticeTopic topic,
        Map<String, String> values,
        Audience audience,
        Map<Long, ByHand> byHand,
        Long corrects,
        List<Long> attachments,
        Instant sendAt,
        String emergencyReason,
        NoticeStatus status,
        Instant dueAt,
        int version,
        int revision,
        String effect,
        Instant activeFrom,
        Instant activeTo,
        String author,
        String authorName,
        String approver,
        String approverName,
        Instant createdAt,
        Instant updatedAt,
        Instant sentAt) {

    public boolean isUrgent() {
        return emergencyReason != null;
    }
}
