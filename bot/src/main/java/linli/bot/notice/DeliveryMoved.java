package linli.bot.notice;

/** One group's delivery changed its state. */
record DeliveryMoved(long noticeId, long groupId, DeliveryStatus status) {}
