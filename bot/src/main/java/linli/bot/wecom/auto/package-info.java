/**
 * Speaking in a residents' group at once, without anybody's tap. WeCom has no such thing for these groups, so it exists
 * against the sandbox only, where {@link linli.bot.wecom.auto.AutoChannel} uses the sandbox's own idempotent call; {@link
 * linli.bot.wecom.auto.AutoGuard} keeps a system that was told to speak so from starting at any other address.
 */
package linli.bot.wecom.auto;
