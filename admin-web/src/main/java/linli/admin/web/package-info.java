/**
 * What every page shares: the frame with its menu and badges, problems as pages or fragments, times as people say them, and
 * the stream that tells an open page to look again. Pages count their own badge by a bean of type
 * {@link linli.admin.web.Badge}.
 */
package linli.admin.web;
