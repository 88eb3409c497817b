package linli.bot.notice;

import java.util.List;

/** Groups' deliveries of one notice changed to one state. */
public record DeliveriesMoved(long noticeId, List<Long> groupIds, DeliveryStatus status) {

    public DeliveriesMoved {
        groupIds = List.copyOf(groupIds);
    }
}
