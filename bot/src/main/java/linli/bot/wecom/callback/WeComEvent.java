package linli.bot.wecom.callback;

/**
 * An event WeCom told us of.
 *
 * @param kind Event, or MsgType for what is not one
 * @param change ChangeType: create, update, dismiss…; null for other kinds
 * @param chatId the group it is about, if any
 * @param lease who is at it; checked again when its outcome is written
 */
public record WeComEvent(long id, String kind, String change, String chatId, String lease, int failures) {}
