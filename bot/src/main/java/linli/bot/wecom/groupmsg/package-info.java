/**
 * 企业群发: speaks in residents' groups by making a task that the group's owner confirms with a tap; the call itself sends
 * nothing (developer.work.weixin.qq.com/document/path/92135). {@link linli.bot.wecom.groupmsg.GroupMessageChannel} makes one
 * task for a batch; {@link linli.bot.wecom.groupmsg.SendResultPoller} asks what the owners did, for WeCom does not call back.
 * Owns no table: which task belongs to which line stands in the outbox.
 */
package linli.bot.wecom.groupmsg;
