package linli.bot.ticket;

/** Where a ticket stands. Chinese names are labels in the text bundle. */
public enum TicketStatus {
    /** 线索: a guess that waits for a person; the group hears nothing. */
    CANDIDATE,
    /** 待受理. */
    OPEN,
    /** 已受理. */
    ACCEPTED,
    /** 办理中. */
    IN_PROGRESS,
    /** 待补充: asked of the residents, the resolve clock stands still. */
    NEED_INFO,
    /** 吹哨中. */
    WHISTLED,
    /** 已上报. */
    HANDED_OFF,
    /** 已办结: may still be reopened. */
    RESOLVED,
    /** 已关闭. */
    CLOSED,
    /** 不受理. */
    REJECTED,
    /** 已合并: follows another ticket. */
    MERGED,
    /** 已撤销, 不立单. */
    VOID;

    /** Whether somebody still has to do something about it; a candidate is not a ticket yet. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, ACCEPTED, IN_PROGRESS, NEED_INFO, WHISTLED, HANDED_OFF -> true;
            default -> false;
        };
    }

    /** Whether nobody has taken it yet. */
    public boolean isWaiting() {
        return this == CANDIDATE || this == OPEN;
    }
}
