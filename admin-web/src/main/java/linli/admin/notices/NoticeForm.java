package linli.admin.notices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.notice.Audience;
import linli.bot.notice.ByHand;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.NoticeTemplate;
import linli.bot.notice.NoticeTopic;
import linli.bot.problem.Invalid;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.util.MultiValueMap;

/**
 * What a person typed, kept as typed so that a page that comes back shows it.
 *
 * @param formKey of a new form; saving it twice makes one notice
 * @param revision as the page showed it; null for a new one
 * @param numbers buildings typed as text: 12、13、15 or 12-15, or 第2网格
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
        boolean later,
        String at,
        boolean confirmed,
        Map<Long, ByHand> byHand,
        Long corrects,
        List<Long> attachments) {

    private static final String HAND = "hand.";
    private static final ZoneId ZONE = CommunityClock.ZONE;
    private static final Pattern GRID = Pattern.compile(Texts.of("notice.pattern.grid"));
    private static final Pattern NUMBERS = Pattern.compile(Texts.of("notice.pattern.numbers"));

    static NoticeForm blank(String kind) {
        return new NoticeForm(
                UUID.randomUUID().toString(), null, kind, null, Map.of(), false, Set.of(), Set.of(), false, "", false, "", false, Map.of(), null, List.of());
    }

    static NoticeForm typed(NoticeTemplate template, MultiValueMap<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        template.fields().forEach(field -> values.put(field.name(), one(typed, "f." + field.name())));
        String revision = one(typed, "revision");
        return new NoticeForm(
                one(typed, "formKey"), revision.isEmpty() ? null : (int) number(revision), template.code(),
                topic(one(typed, "topic")), values, typed.containsKey("everything"), numbers(typed.get("grid")),
                numbers(typed.get("building")), typed.containsKey("gridGroups"), one(typed, "numbers"),
                "later".equals(one(typed, "when")), one(typed, "at"), typed.containsKey("confirmed"), byHand(typed),
                one(typed, "corrects").isEmpty() ? null : number(one(typed, "corrects")),
                attachments(typed));
    }

    static NoticeForm of(Notice notice) {
        boolean everything = notice.audience() instanceof Audience.Everything;
        Set<Long> grids = notice.audience() instanceof Audience.Grids chosen ? Set.copyOf(chosen.gridIds()) : Set.of();
        Set<Long> buildings = notice.audience() instanceof Audience.Buildings chosen ? Set.copyOf(chosen.areaIds()) : Set.of();
        boolean gridGroups = notice.audience() instanceof Audience.Grids chosen && chosen.gridGroups()
                || notice.audience() instanceof Audience.Everything all && all.gridGroups();
        String at = notice.sendAt() == null ? "" : notice.sendAt().atZone(ZONE).toLocalDateTime().toString();
        return new NoticeForm(
                null, notice.revision(), notice.template(), notice.topic(), notice.values(), everything, grids, buildings, gridGroups, "",
                notice.sendAt() != null, at, false, notice.byHand(), notice.corrects(), notice.attachments());
    }

    /** A correction begins with what the notice says now. */
    static NoticeForm correcting(Notice original, Map<Long, ByHand> ways) {
        NoticeForm form = of(original);
        return new NoticeForm(
                UUID.randomUUID().toString(), null, form.kind, form.topic, form.values, form.everything, form.grids, form.buildings, form.gridGroups,
                "", false, "", false, ways, original.id(), List.of());
    }

    NoticeForm seen(Notice notice) {
        return new NoticeForm(
                null, notice.revision(), kind, topic, values, everything, grids, buildings, gridGroups, numbers, later, at, confirmed, byHand,
                corrects, attachments);
    }

    /** @throws Invalid for a time or a number nobody can read */
    NoticeDraft toDraft(Areas areas) {
        return new NoticeDraft(kind, topic, values, audience(areas), later ? instant(at) : null, byHand, corrects, attachments);
    }

    NoticeForm attached(List<Long> now) {
        return new NoticeForm(
                formKey, revision, kind, topic, values, everything, grids, buildings, gridGroups, numbers, later, at, confirmed, byHand, corrects, now);
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
        if (everything) {
            return new Audience.Everything(gridGroups);
        }
        Set<Long> chosenGrids = new LinkedHashSet<>(grids);
        Set<Long> chosen = new LinkedHashSet<>(buildings);
        readNumbers(areas, chosenGrids, chosen);
        if (chosen.isEmpty() && !chosenGrids.isEmpty()) {
            return new Audience.Grids(List.copyOf(chosenGrids), gridGroups);
        }
        chosenGrids.forEach(grid -> areas.buildingsOf(grid).forEach(building -> chosen.add(building.id())));
        return new Audience.Buildings(List.copyOf(chosen));
    }

    private void readNumbers(Areas areas, Set<Long> chosenGrids, Set<Long> chosen) {
        List<String> unknown = new ArrayList<>();
        Matcher gridNames = GRID.matcher(numbers);
        while (gridNames.find()) {
            String number = gridNames.group(1);
            areas.grids().stream().filter(grid -> number.equals(grid.number())).findFirst()
                    .ifPresentOrElse(grid -> chosenGrids.add(grid.id()), () -> unknown.add(gridNames.group()));
        }
        Matcher found = NUMBERS.matcher(GRID.matcher(numbers).replaceAll(" "));
        while (found.find()) {
            int from = Integer.parseInt(found.group(1));
            int to = found.group(2) == null ? from : Math.min(Integer.parseInt(found.group(2)), from + 200);
            for (int number = from; number <= to; number++) {
                Optional<Area> building = areas.building(String.valueOf(number));
                if (building.isPresent()) {
                    chosen.add(building.get().id());
                } else {
                    unknown.add(String.valueOf(number));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new Invalid("problem.notice.numbers", String.join("、", unknown));
        }
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
