/**
 * 通知: what the community tells its groups, from draft through review to one line per group, and how far each group has
 * it. Doors: {@link linli.bot.notice.Notices} (the verbs), {@link linli.bot.notice.Deliveries} (group by group), {@link
 * linli.bot.notice.NoticeTemplates} (what can be written), {@link linli.bot.notice.NoticeFacts} (what a notice already
 * explains). Owns {@code notice}, {@code notice_version}, {@code notice_event}, {@code notice_delivery}, {@code
 * notice_reminder}. Publishes {@link linli.bot.notice.NoticeMoved} and {@link linli.bot.notice.DeliveryMoved}; listens to
 * the outbox's {@link linli.bot.outbox.LineMoved}.
 */
package linli.bot.notice;
