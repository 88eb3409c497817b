package linli.bot.community;

/** WeCom knows a group that the community does not; somebody should bind it. */
public record GroupUnbound(long groupId, String externalChatId, String name) {}
