/**
 * 个人信息: masks what people post (PIPL art. 6, 51), seals the words at rest, and lets them expire (art. 19). Doors: {@link
 * linli.bot.privacy.Masking}, {@link linli.bot.privacy.TextVault}, {@link linli.bot.privacy.Retention}.
 */
package linli.bot.privacy;
