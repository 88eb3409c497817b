package linli.bot.wecom.archive;

/**
 * One sealed message, in the archive's own fields.
 *
 * @param seq its place; the next pull asks for what follows
 * @param keyVersion publickey_ver: which of our key pairs the random key was wrapped with
 * @param sealedKey encrypt_random_key, Base64
 * @param sealedMessage encrypt_chat_msg, as the source's cipher wants it
 */
record ArchiveItem(long seq, String msgId, int keyVersion, String sealedKey, String sealedMessage) {}
