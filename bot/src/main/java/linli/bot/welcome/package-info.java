/**
 * 入群欢迎: who has just come into a group hears what the assistant is, what it keeps and how not to be read (C15). One line for
 * everybody who came, seldom and never at night. Door: {@link linli.bot.welcome.Welcomes}. Owns table {@code group_welcome}.
 * Hears of {@link linli.bot.community.MemberArrived}.
 */
package linli.bot.welcome;
