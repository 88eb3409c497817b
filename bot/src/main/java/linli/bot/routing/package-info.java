/**
 * 权责清单: which 承办单位 answers for a category in an area, and by when. Door: {@link linli.bot.routing.Responsibilities}.
 * Owns tables {@code responsibility}, {@code response_clock}.
 */
package linli.bot.routing;
