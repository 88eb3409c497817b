/**
 * What the chat page and {@code scripts/simulate} have beside chatting: playing a transcript (剧本) with the clock held, and
 * showing how a line was read. Owns nothing that lasts.
 */
package linli.bot.sandbox.server.play;
