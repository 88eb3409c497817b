/**
 * 常用视图: the addresses of lists that a person keeps under a name; an address holds all of its filters. Door: {@link
 * linli.bot.view.SavedViews}. Owns table {@code saved_view}.
 */
package linli.bot.view;
