package linli.bot.attachment;

/** How WeChat shows it. */
public enum AttachmentKind { IMAGE, FILE, LINK }
