/**
 * The sandbox's web server, in a Spring context of its own: none of the product's beans, filters or pages are here, except
 * what {@link linli.bot.sandbox.server.Surroundings} hands over. {@code world} keeps groups, people and what was said (schema
 * {@code sandbox}); {@code protocol}, {@code archive} and {@code callback} speak WeCom's protocol; {@code fault} makes it
 * misbehave; {@code api} and {@code play} serve programs and the chat page. Another company's server, so it keeps its SQL
 * beside its code.
 */
package linli.bot.sandbox.server;
