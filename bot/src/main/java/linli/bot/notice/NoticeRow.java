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
        List<Long> areas = longs(audienceAreas);
        return switch (audienceKind) {
            case "EVERYTHING" -> new Audience.Everything(gridGroups);
            case "GRIDS" -> new Audience.Grids(areas, gridGroups);
            default -> new Audience.Buildings(areas);
        };
    }

    static List<Long> longs(String joined) {
        return Arrays.stream(joined.split(",")).filter(part -> !part.isEmpty()).map(Long::valueOf).toList();
    }

    /** What an author typed, as columns. */
    record Typed(String fieldValues, String audienceKind, Long[] audienceAreas, boolean gridGroups, String byHand, Long[] attachments) {

        static Typed of(NoticeDraft draft) {
            Audience audience = draft.audience();
            String json = JSON.writeValueAsString(draft.values());
            String byHand = JSON.writeValueAsString(draft.byHand());
            Long[] attachments = draft.attachments().toArray(Long[]::new);
            if (audience instanceof Audience.Everything everything) {
                return new Typed(json, "EVERYTHING", new Long[0], everything.gridGroups(), byHand, attachments);
            }
            if (audience instanceof Audience.Grids grids) {
                return new Typed(json, "GRIDS", grids.gridIds().toArray(Long[]::new), grids.gridGroups(), byHand, attachments);
            }
            return new Typed(json, "BUILDINGS", ((Audience.Buildings) audience).areaIds().toArray(Long[]::new), false, byHand, attachments);
        }
    }
}
