/**
 * What a community decides about itself: its name, its telephone numbers, how long the bot waits and how often it may
 * speak. Defaults come from {@code linli.community.*}; what was changed at run time stands in table {@code setting}.
 * Door: {@link linli.bot.settings.Settings}.
 */
package linli.bot.settings;
