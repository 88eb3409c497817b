/**
 * 常见问答: answers the community has approved, found by their keywords. Door: {@link linli.bot.faq.Faqs}. Owns table {@code
 * faq}.
 */
package linli.bot.faq;
