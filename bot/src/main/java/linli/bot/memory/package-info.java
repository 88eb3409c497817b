/**
 * 记忆: what the program keeps in memory beside the database, and how long it may be believed. {@link
 * linli.bot.memory.Remembered} for what seldom changes, across transactions and for seconds; {@link
 * linli.bot.memory.PerTransaction} for what one transaction gathers before it writes. Owns no table.
 */
package linli.bot.memory;
