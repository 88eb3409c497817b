/**
 * 企业微信: the edge that talks to WeCom, or to the sandbox that stands in for it; nobody imports it. Here is what its parts
 * share: where WeCom is and by which secrets ({@link linli.bot.wecom.WeComProperties}), one guarded client for each secret
 * ({@link linli.bot.wecom.WeCom}), what an error code asks of us ({@link linli.bot.wecom.WeComErrors}) and the thread that
 * polls ({@link linli.bot.wecom.Worker}). Each capability is a package below. Tokens stand in Redis, for all nodes; with
 * Redis away each node keeps its own. Without {@code linli.wecom.corp-id} the edge is not there at all.
 */
package linli.bot.wecom;
