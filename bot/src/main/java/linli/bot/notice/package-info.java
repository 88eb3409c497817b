/**
 * 通知: what the community tells its groups, from draft through review to one line per group, and how far each group has
 * it. Doors: {@link linli.bot.notice.Notices} (the verbs), {@link linli.bot.notice.Deliveries} (group by group), {@link
 * linli.bot.notice.Quotas} (the month's 群发), {@link linli.bot.notice.NoticeTemplates} (what can be written), {@link
 * linli.bot.notice.NoticeFacts} (what a notice explains), {@link linli.bot.notice.UrgentReviews}. Owns the tables {@code
 * notice} and {@code notice_*}. Publishes {@link linli.bot.notice.NoticeMoved} and {@link linli.bot.notice.DeliveriesMoved};
 * listens to the outbox's {@link linli.bot.outbox.LinesMoved}.
 */
package linli.bot.notice;
