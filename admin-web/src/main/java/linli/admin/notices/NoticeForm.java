package linli.admin.notices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import linli.bot.community.Areas;
import linli.bot.notice.Audience;
import linli.bot.notice.ByHand;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.NoticeTemplate;
import linli.bot.notice.NoticeTopic;
import linli.bot.problem.Invalid;
import linli.bot.time.CommunityClock;
import org.springframework.util.MultiValueMap;

/**
 * What a person typed, kept as typed so that a page that comes back shows it.
 *
 * @param formKey of a new form; saving it twice makes one notice
 * @param revision as the page showed it; null for a new one
 * @param numbers buildings typed as text: 12、13、15 or 12-15, or 第2网格
 * @param saved a saved selection instead of places; null for none
 * @param subscribed the groups that asked for the topic instead of places
 * @param except what is left out, typed like {@code numbers}
 * @param byHand groups for which a person was chosen instead of 群发
 * @param corrects the notice it puts right, or null
 * @param attachments ids of what goes out beside the words
 * @param at local date and time, when {@code later}
 */
record NoticeForm(
        String formKey,
        Integer revision,
        String kind,
        NoticeTopic topic,
        Map<String, String> values,
        boolean everything,
        Set<Long> grids,
        Set<Long> buildings,
        boolean gridGroups,
        String numbers,
        Long saved,
        boolean subscribed,
        String except,
        boolean later,
        String at,
        boolean confirmed,
        Map<Long, ByHand> byHand,
        Long corrects,
        List<Long> attachments) {

    private static final String HAND = "hand.";
    private static final ZoneId ZONE = CommunityClock.ZONE;

    static NoticeForm blank(String kind) {
        return new NoticeForm(
                UUID.randomUUID().toString(), null, kind, null, Map.of(), false, Set.of(), Set.of(), false, "", null, false, "", false, "", false, Map.of(), null, List.of());
    }

    static NoticeForm typed(NoticeTemplate template, MultiValueMap<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        template.fields().forEach(field -> values.put(field.name(), one(typed, "f." + field.name())));
        String revision = one(typed, "revision");
        return new NoticeForm(
                one(typed, "formKey"), revision.isEmpty() ? null : (int) number(revision), template.code(),
                template.topic() != null ? template.topic() : topic(one(typed, "topic")), values, typed.containsKey("everything"), numbers(typed.get("grid")),
                numbers(typed.get("building")), typed.containsKey("gridGroups"), one(typed, "numbers"),
                one(typed, "saved").isEmpty() ? null : number(one(typed, "saved")), typed.containsKey("subscribed"), one(typed, "except"),
                "later".equals(one(typed, "when")), one(typed, "at"), typed.containsKey("confirmed"), byHand(typed),
                one(typed, "corrects").isEmpty() ? null : number(one(typed, "corrects")),
                attachments(typed));
    }

    static NoticeForm of(Notice notice, Areas areas) {
        Audience from = notice.audience() instanceof Audience.Except some ? some.from() : notice.audience();
        boolean everything = from instanceof Audience.Everything;
        Set<Long> grids = from instanceof Audience.Grids chosen ? Set.copyOf(chosen.gridIds()) : Set.of();
        Set<Long> buildings = from instanceof Audience.Buildings chosen ? Set.copyOf(chosen.areaIds()) : Set.of();
        boolean gridGroups = from instanceof Audience.Grids chosen && chosen.gridGroups() || from instanceof Audience.Everything all && all.gridGroups();
        Long saved = from instanceof Audience.Saved chosen ? chosen.selectionId() : null;
        String at = notice.sendAt() == null ? "" : notice.sendAt().atZone(ZONE).toLocalDateTime().toString();
        return new NoticeForm(
                null, notice.revision(), notice.template(), notice.topic(), notice.values(), everything, grids, buildings, gridGroups, "",
                saved, from instanceof Audience.Subscribed, TypedPlaces.except(notice.audience(), areas), notice.sendAt() != null, at, false,
                notice.byHand(), notice.corrects(), notice.attachments());
    }

    /** A correction begins with what the notice says now. */
    static NoticeForm correcting(Notice original, Map<Long, ByHand> ways, Areas areas) {
        NoticeForm form = of(original, areas);
        return new NoticeForm(
                UUID.randomUUID().toString(), null, form.kind, form.topic, form.values, form.everything, form.grids, form.buildings, form.gridGroups,
                "", form.saved, form.subscribed, form.except, false, "", false, ways, original.id(), List.of());
    }

    NoticeForm seen(Notice notice) {
        return new NoticeForm(
                null, notice.revision(), kind, topic, values, everything, grids, buildings, gridGroups, numbers, saved, subscribed, except,
                later, at, confirmed, byHand, corrects, attachments);
    }

    /** @throws Invalid for a time or a number nobody can read */
    NoticeDraft toDraft(Areas areas) {
        return new NoticeDraft(kind, topic, values, audience(areas).except(TypedPlaces.read(except, areas).ids()), later ? instant(at) : null, byHand, corrects, attachments);
    }

    NoticeForm attached(List<Long> now) {
        return new NoticeForm(
                formKey, revision, kind, topic, values, everything, grids, buildings, gridGroups, numbers, saved, subscribed, except, later,
                at, confirmed, byHand, corrects, now);
    }

    /** As they stand in the form, without the one whose button was pressed. */
    static List<Long> attachments(MultiValueMap<String, String> typed) {
        String dropped = one(typed, "drop");
        return numbers(typed.get("attachment")).stream().filter(id -> !String.valueOf(id).equals(dropped)).toList();
    }

    /** @throws Invalid when it is not a date and time */
    static Instant instant(String local) {
        try {
            return LocalDateTime.parse(local.strip()).atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new Invalid("problem.notice.when");
        }
    }

    /** Grids stay grids while nothing else is chosen; with single buildings beside them they become their buildings. */
    private Audience audience(Areas areas) {
        boolean places = everything || !grids.isEmpty() || !buildings.isEmpty() || !numbers.isEmpty();
        if ((saved != null ? 1 : 0) + (subscribed ? 1 : 0) + (places ? 1 : 0) > 1) {
            throw new Invalid("problem.notice.selection.mixed");
        }
        if (saved != null) {
            return new Audience.Saved(saved);
        }
        return subscribed ? new Audience.Subscribed(topic) : new TypedPlaces(grids, buildings).and(TypedPlaces.read(numbers, areas)).audience(everything, gridGroups, areas);
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static Map<Long, ByHand> byHand(MultiValueMap<String, String> typed) {
        Map<Long, ByHand> chosen = new HashMap<>();
        for (String name : typed.keySet()) {
            String value = one(typed, name);
            if (name.startsWith(HAND) && !value.isEmpty()) {
                chosen.put(number(name.substring(HAND.length())), way(value));
            }
        }
        return chosen;
    }

    private static ByHand way(String name) {
        for (ByHand way : ByHand.values()) {
            if (way.name().equals(name)) {
                return way;
            }
        }
        throw new Invalid("problem.notice.form");
    }

    private static NoticeTopic topic(String name) {
        for (NoticeTopic topic : NoticeTopic.values()) {
            if (topic.name().equals(name)) {
                return topic;
            }
        }
        return null;
    }

    private static Set<Long> numbers(List<String> typed) {
        Set<Long> numbers = new LinkedHashSet<>();
        if (typed != null) {
            typed.forEach(value -> numbers.add(number(value)));
        }
        return numbers;
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new Invalid("problem.notice.form");
        }
    }
}
