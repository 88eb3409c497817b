/**
 * 个人信息: masks what people post (PIPL art. 6, 51) and seals the words at rest. Doors: {@link linli.bot.privacy.Masking},
 * {@link linli.bot.privacy.TextVault}. How long words are kept is decided here and done by the inbox.
 */
package linli.bot.privacy;
