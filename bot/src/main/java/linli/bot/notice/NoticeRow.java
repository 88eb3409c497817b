package linli.bot.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code notice}; the query hands its array comma-joined and its JSON as text. */
record NoticeRow(
        long id,
        String template,
        NoticeTopic topic,
        String fieldValues,
        String audienceKind,
        String audienceAreas,
        boolean gridGroups,
        String audienceExcept,
        String byHand,
        Long corrects,
        String attachments,
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Notice toNotice() {
        return new Notice(
                id, template, topic, JSON.readValue(fieldValues, new TypeReference<Map<String, String>>() {}), audience(),
                JSON.readValue(byHand, new TypeReference<Map<Long, ByHand>>() {}), corrects, longs(attachments), sendAt,
                emergencyReason, status, dueAt, version, revision, effect, activeFrom, activeTo, author, authorName, approver,
                approverName, createdAt, updatedAt, sentAt);
    }

    private Audience audience() {
        return AudienceColumns.read(audienceKind, longs(audienceAreas), gridGroups, longs(audienceExcept), topic);
    }

    static List<Long> longs(String joined) {
        return Arrays.stream(joined.split(",")).filter(part -> !part.isEmpty()).map(Long::valueOf).toList();
    }

    /** What an author typed, as columns. */
    record Typed(String fieldValues, AudienceColumns audience, String byHand, Long[] attachments) {

        static Typed of(NoticeDraft draft) {
            return new Typed(
                    JSON.writeValueAsString(draft.values()), AudienceColumns.of(draft.audience()), JSON.writeValueAsString(draft.byHand()),
                    draft.attachments().toArray(Long[]::new));
        }
    }
}
