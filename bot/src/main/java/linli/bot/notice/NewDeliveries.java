package linli.bot.notice;

import java.util.ArrayList;
import java.util.List;
import linli.bot.community.ChatGroup;

/** The deliveries of a version that is about to go out, column by column: a city's groups are written by one statement. */
record NewDeliveries(
        long noticeId, int version, List<Long> groups, List<Long> areas, List<Long> grids, List<String> owners, List<String> keys,
        List<DeliveryStatus> statuses, List<String> reasons) {

    NewDeliveries(long noticeId, int version) {
        this(
                noticeId, version, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
    }

    /** @param reason why it waits for a person, else null */
    void add(ChatGroup group, String key, DeliveryStatus status, String reason) {
        groups.add(group.id());
        areas.add(group.areaId());
        grids.add(group.gridId());
        owners.add(group.ownerUserid());
        keys.add(key);
        statuses.add(status);
        reasons.add(reason);
    }
}
