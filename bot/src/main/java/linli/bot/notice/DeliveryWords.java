package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** How far a notice is, in the words that are true (C19): counts of groups, never of people. */
@Component
class DeliveryWords {

    private static final int MOST_NAMES = 4;
    private static final Set<String> FAILURES =
            Set.of("not_member", "quota", "owner_left", "group_gone", "vendor_error", "content_refused", "attachment_gone");
    private static final Pattern BUILDINGS = Pattern.compile(Texts.of("notice.pattern.buildings"));

    private final ChatGroups groups;
    private final StaffMembers staff;

    DeliveryWords(ChatGroups groups, StaffMembers staff) {
        this.groups = groups;
        this.staff = staff;
    }

    /**
     * 已发送 1/3｜待群主确认 1（15栋 小刘）｜待人工转发 1（13栋）, and when all have it 已发到 3/3 个群（其中人工转发 1 个），最慢用时 47
     * 分钟.
     *
     * @param since when it was sent out
     */
    String progress(List<Delivery> all, Instant since) {
        if (all.isEmpty()) {
            return "";
        }
        Map<Long, ChatGroup> byId = byId();
        Map<String, String> names = names();
        Map<DeliveryStatus, List<Delivery>> byStatus = new EnumMap<>(DeliveryStatus.class);
        all.forEach(delivery -> byStatus.computeIfAbsent(delivery.status(), s -> new ArrayList<>()).add(delivery));
        int manual = byStatus.getOrDefault(DeliveryStatus.MANUAL, List.of()).size();
        int there = manual + byStatus.getOrDefault(DeliveryStatus.SENT, List.of()).size();
        String done = String.valueOf(there);
        String total = String.valueOf(all.size());
        if (there == all.size()) {
            return Texts.of(manual == 0 ? "notice.progress.all" : "notice.progress.all.manual", done, total, String.valueOf(manual))
                    + slowest(all, since);
        }
        StringBuilder said = new StringBuilder(
                manual == 0 ? Texts.of("notice.progress.there", done, total) : Texts.of("notice.progress.manual", done, total, String.valueOf(manual)));
        byStatus.forEach((status, list) -> {
            if (!status.isThere()) {
                said.append("｜").append(Texts.of(
                        "notice.progress.part", Texts.label(status), String.valueOf(list.size()), shortNames(list, byId, names)));
            }
        });
        return said.toString();
    }

    private static String slowest(List<Delivery> all, Instant since) {
        return all.stream()
                .map(Delivery::sentAt)
                .filter(at -> at != null && since != null)
                .max(Comparator.naturalOrder())
                .map(last -> Texts.of("notice.progress.slowest", length(Duration.between(since, last))))
                .orElse("");
    }

    /** 47 分钟, 2 小时 10 分; begun minutes count. */
    static String length(Duration took) {
        long minutes = Math.max(1, (took.toSeconds() + 59) / 60);
        return minutes < 60
                ? Texts.of("notice.length.minutes", String.valueOf(minutes))
                : Texts.of("notice.length.hours", String.valueOf(minutes / 60), String.valueOf(minutes % 60));
    }

    private static String shortNames(List<Delivery> list, Map<Long, ChatGroup> byId, Map<String, String> names) {
        String first = list.stream().limit(MOST_NAMES).map(delivery -> {
            ChatGroup group = byId.get(delivery.chatGroupId());
            String place = group == null ? Texts.of("notice.group.gone") : Supplies.place(group);
            String owner = delivery.status().waitsForOwner() ? names.get(delivery.owner()) : null;
            return owner == null ? place : place + " " + owner;
        }).collect(Collectors.joining("、"));
        return list.size() > MOST_NAMES ? Texts.of("notice.progress.more", first) : first;
    }

    static String failure(Delivery delivery) {
        return Texts.of("notice.failure." + (FAILURES.contains(delivery.reason()) ? delivery.reason() : "other"));
    }

    /** 12、13、15栋 for 12栋、13栋、15栋. */
    static String tight(String places) {
        return BUILDINGS.matcher(places).matches() ? places.replaceAll(Texts.of("notice.pattern.building.unit") + "(?=、)", "") : places;
    }

    Map<Long, ChatGroup> byId() {
        return groups.all().stream().collect(Collectors.toMap(ChatGroup::id, Function.identity()));
    }

    /** Names as colleagues say them, by userid. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Staff person : staff.all()) {
            names.put(person.userid(), person.nickname() == null ? person.name() : person.nickname());
        }
        return names;
    }
}
