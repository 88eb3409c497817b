/**
 * Encrypted callbacks to the app: group and member changes, and that the archive has something new. In order, from a thread
 * of its own, three tries each (developer.work.weixin.qq.com/document/path/90930, 91144, 92130). They live in memory only: a
 * restart loses what waits, as WeCom may.
 */
package linli.bot.sandbox.server.callback;
