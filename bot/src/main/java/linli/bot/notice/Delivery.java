package linli.bot.notice;

import java.time.Instant;

/**
 * One group's share of a notice.
 *
 * @param owner userid of who must confirm; null: somebody must forward it by hand
 * @param reason why it failed: quota, not_member, owner_left, group_gone, vendor_error, content_refused; else null
 * @param vendorRef WeCom's id of the owner's task; shared by all groups of that owner
 * @param movedAt since when it is as it is
 * @param doneBy userid of the owner who confirmed or of the person who registered the forwarding
 * @param proof what that person noted
 * @param handedTo userid of the backup owner who is to forward it; null unless it was handed over
 */
public record Delivery(
        long id,
        long noticeId,
        int version,
        long chatGroupId,
        Long areaId,
        Long gridId,
        String owner,
        String lineKey,
        DeliveryStatus status,
        String reason,
        String vendorRef,
        Instant movedAt,
        Instant sentAt,
        String doneBy,
        String proof,
        String handedTo) {}
