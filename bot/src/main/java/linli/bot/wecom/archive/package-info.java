/**
 * 会话内容存档: reads what is said in the groups. {@link linli.bot.wecom.archive.ArchivePuller} takes items in order of their
 * seq; each is unwrapped (RSA, by publickey_ver), opened and translated, and the page is stored in one transaction with the
 * cursor. What cannot be opened or understood is set aside in {@code archive_quarantine}, still sealed; the rest goes on.
 *
 * <p>WeCom hands the archive out through a native library only. {@link linli.bot.wecom.archive.ArchiveSource} is the seam:
 * here it is the sandbox's own HTTP address, the one exception named as such; against WeCom it is to be a small process of
 * its own that holds the library (it has crashed its host before) and hands over the same item fields, so that only the
 * body's cipher differs. Owns tables {@code archive_cursor}, {@code archive_quarantine}.
 */
package linli.bot.wecom.archive;
