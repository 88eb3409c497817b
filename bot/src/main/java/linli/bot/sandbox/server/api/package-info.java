/**
 * The JSON API for programs that play residents, and for the chat page, which has no other way in. What each call takes and
 * gives is on the page {@code /sandbox/api}. Every refusal is {@code {"error": a sentence, "names": [what may be meant]}}.
 */
package linli.bot.sandbox.server.api;
