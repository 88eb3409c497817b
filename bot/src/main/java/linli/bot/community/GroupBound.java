package linli.bot.community;

/** A group was bound to its area; what was said in it in the last 24 hours can be read now. */
public record GroupBound(long groupId, String externalChatId) {}
