/**
 * Pictures, files and links (附件) that go out beside a text. {@link linli.bot.attachment.Attachments} takes them in, by what
 * their bytes are and not by what they are called, within WeCom's limits for temporary media
 * (developer.work.weixin.qq.com/document/path/90253), and forgets them after half a year. Table {@code attachment}.
 */
package linli.bot.attachment;
