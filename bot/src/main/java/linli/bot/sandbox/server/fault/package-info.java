/**
 * Switches that make the sandbox slow, failing, rate limiting or silent, for rehearsals and tests. Door: {@link
 * linli.bot.sandbox.server.fault.Faults}. They touch what the product calls (protocol, archive, {@code bot-lines}), never the
 * chat page, and a restart clears them.
 */
package linli.bot.sandbox.server.fault;
