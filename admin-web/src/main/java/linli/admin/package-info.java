/**
 * The console: the product's face for staff. Depends on the bot's doors and never the reverse; holds no SQL and talks to
 * no vendor. Started, it runs everything unless the switches of config/application.yml take roles away.
 */
package linli.admin;
