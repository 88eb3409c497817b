package linli.bot.notice;

/** One group's delivery changed its state. */
public record DeliveryMoved(long noticeId, long groupId, DeliveryStatus status) {}
