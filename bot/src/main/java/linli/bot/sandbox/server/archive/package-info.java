/**
 * The archive of conversations (会话存档): a sequence of items, each under a key of its own that is wrapped with the tenant's RSA
 * key. WeCom hands them out through a native library only; here it is {@code GET /sandbox/archive}. Table {@code archive_key}.
 * Item and plain JSON as at developer.work.weixin.qq.com/document/path/91774; only the body's cipher is ours.
 */
package linli.bot.sandbox.server.archive;
