package linli.bot.community;

import java.time.Instant;

/**
 * A WeChat group (群).
 *
 * @param externalChatId WeCom's chat id; null while only announced
 * @param areaId the building or grid it is bound to
 * @param gridId the grid that answers for it
 * @param buildingNumber 12 for 12栋; null for a grid's group
 * @param remindedAt when the group was last asked not to post personal data
 */
public record ChatGroup(
        long id,
        String externalChatId,
        String name,
        GroupKind kind,
        GroupStatus status,
        Long areaId,
        Long gridId,
        String buildingNumber,
        String ownerUserid,
        String backupUserid,
        int memberCount,
        Instant lastHeardAt,
        Instant remindedAt) {

    public boolean isBound() {
        return status == GroupStatus.BOUND;
    }
}
