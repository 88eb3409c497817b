/**
 * 收件: every line of every group, stored once by its vendor id, then handled in order. A worker leases a group, not a
 * message, and goes by (sent_at, seq); what a line did and that it is done are committed together. Doors: {@link
 * linli.bot.inbox.Inbox}, {@link linli.bot.inbox.Told} for reading back. Owns {@code inbox_message}, {@code inbox_lane},
 * {@code parse_result}. {@link linli.bot.inbox.MessageHandler} is implemented by intake.
 */
package linli.bot.inbox;
