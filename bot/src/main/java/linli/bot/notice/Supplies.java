package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.GroupKind;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** What a send would need and what there is of it: quota of each group, and time. */
@Component
class Supplies {

    /** So many groups are listed one by one; of more, those that have the same left are counted. */
    private static final int MOST_LISTED = 8;

    /** 95 of 100 of the calls a minute that WeCom takes from one company (document/path/90454). */
    private static final int TASKS_A_MINUTE = 9_500;

    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Quotas quotas;
    private final DeliveryMapper deliveries;
    private final CommunityClock clock;

    Supplies(Quotas quotas, DeliveryMapper deliveries, CommunityClock clock) {
        this.quotas = quotas;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    record Supply(String sentence, List<Preview.Short> shorts, Preview.Forecast forecast) {}

    Supply of(Reach reach, NoticeDraft draft) {
        List<ChatGroup> groups = reach.groups();
        if (groups.isEmpty()) {
            return new Supply("", List.of(), null);
        }
        Instant at = draft.sendAt() == null || draft.sendAt().isBefore(clock.now()) ? clock.now() : draft.sendAt();
        Map<Long, Quota> left = quotas.left(groups, at);
        String month = sameMonth(at, clock.now())
                ? Texts.of("notice.quota.this")
                : Texts.of("notice.quota.month", String.valueOf(at.atZone(CommunityClock.ZONE).getMonthValue()));
        String sentence = Texts.of("notice.quota.line", count(groups), String.valueOf(reach.people()), month, left(groups, left));
        List<Preview.Short> shorts = new ArrayList<>();
        for (ChatGroup group : groups) {
            Quota quota = left.get(group.id());
            if (group.ownerUserid() != null && quota.usual() == 0) {
                String why = Texts.of(
                        quota.left() == 0 ? "notice.quota.spent" : "notice.quota.reserved", group(group), month,
                        String.valueOf(quota.left()));
                shorts.add(new Preview.Short(group.id(), why, draft.byHand().get(group.id())));
            }
        }
        int owners = (int) groups.stream()
                .filter(group -> group.ownerUserid() != null && !draft.byHand().containsKey(group.id()))
                .map(ChatGroup::ownerUserid)
                .distinct()
                .count();
        Long slowest = deliveries.slowestSeconds(groups.stream().map(ChatGroup::id).toList(), clock.now().minus(REMEMBERED));
        return new Supply(sentence, List.copyOf(shorts), new Preview.Forecast(
                owners, Duration.ofMinutes((owners + TASKS_A_MINUTE - 1) / TASKS_A_MINUTE), slowest == null ? null : Duration.ofSeconds(slowest)));
    }

    /** 3 个楼栋群, or with a grid's own: 3 个楼栋群、1 个网格群. */
    private static String count(List<ChatGroup> groups) {
        Map<GroupKind, Long> kinds = groups.stream().collect(Collectors.groupingBy(ChatGroup::kind, LinkedHashMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> Texts.of("notice.groups", String.valueOf(kind.getValue()), Texts.label(kind.getKey())))
                .collect(Collectors.joining("、"));
    }

    /** 12栋 普通 9＋应急预留 5，13栋 0 */
    private static String left(List<ChatGroup> groups, Map<Long, Quota> left) {
        if (groups.size() <= MOST_LISTED) {
            return groups.stream().map(group -> place(group) + " " + left(left.get(group.id()))).collect(Collectors.joining("，"));
        }
        Map<Quota, List<ChatGroup>> alike = groups.stream().collect(Collectors.groupingBy(group -> left.get(group.id())));
        return alike.entrySet().stream()
                .sorted((a, b) -> Integer.compare(a.getKey().left(), b.getKey().left()))
                .map(entry -> (entry.getValue().size() == 1
                        ? place(entry.getValue().get(0))
                        : Texts.of("notice.quota.alike", String.valueOf(entry.getValue().size()))) + " " + left(entry.getKey()))
                .collect(Collectors.joining("，"));
    }

    private static String left(Quota quota) {
        return quota.left() == 0
                ? "0"
                : Texts.of("notice.quota.left", String.valueOf(quota.usual()), String.valueOf(quota.reserve()));
    }

    /** 12栋, or the name of a group that is not a building's. */
    static String place(ChatGroup group) {
        return group.buildingNumber() == null ? group.name() : Texts.of("notice.building", group.buildingNumber());
    }

    /** 12栋群, or the name of a group that is not a building's. */
    static String group(ChatGroup group) {
        return group.buildingNumber() == null ? group.name() : Texts.of("notice.building.group", group.buildingNumber());
    }

    private static boolean sameMonth(Instant a, Instant b) {
        return YearMonth.from(a.atZone(CommunityClock.ZONE)).equals(YearMonth.from(b.atZone(CommunityClock.ZONE)));
    }
}
