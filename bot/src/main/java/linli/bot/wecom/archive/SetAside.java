package linli.bot.wecom.archive;

/** An item that stays behind, and at which step. The cause names the kind of fault, never the words. */
record SetAside(String source, ArchiveItem item, Stage stage, String cause) {

    enum Stage { UNWRAP, DECRYPT, TRANSLATE, STORE }
}
