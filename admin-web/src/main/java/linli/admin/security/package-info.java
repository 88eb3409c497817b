/**
 * Who is at the console and what that person may open: form login against {@link linli.bot.staff.Logins}, sessions in
 * PostgreSQL, everything denied that is not granted. A session holds a userid and nothing else; roles are read from the
 * database at every request, so that a change acts at once.
 */
package linli.admin.security;
