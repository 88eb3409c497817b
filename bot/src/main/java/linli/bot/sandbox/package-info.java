/**
 * A stand-in for WeCom (企业微信) on this machine, on when {@code linli.sandbox.enabled} is. {@link
 * linli.bot.sandbox.SandboxConfiguration} starts {@link linli.bot.sandbox.server.SandboxWeb}, a web server of its own on
 * {@code linli.sandbox.port}; the rest of the code meets it over HTTP only, as it would meet WeCom. {@link
 * linli.bot.sandbox.Transcript} reads chat transcripts (剧本), {@link linli.bot.sandbox.Simulate} is {@code scripts/simulate}.
 */
package linli.bot.sandbox;
