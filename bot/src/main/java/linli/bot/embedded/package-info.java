/**
 * PostgreSQL and Redis that come along with the program. Unless {@code linli.db.url} and {@code linli.redis.url} name
 * servers of one's own, {@link linli.bot.embedded.EmbeddedServers} starts both under {@code linli.data} before the
 * application context exists and stops them after it has closed. Servers that a killed process left running are stopped
 * first. One process per data folder: the second is turned away with {@link linli.bot.embedded.DataFolderTaken}.
 */
package linli.bot.embedded;
