package linli.bot.notice;

/**
 * How far one group has a notice. SENT only when WeCom reported it, MANUAL only when a person registered it; UNKNOWN means
 * that the vendor's answer was lost, and is never sent again blindly.
 */
public enum DeliveryStatus {
    QUEUED, TASK_CREATED, WAIT_OWNER, WAIT_MANUAL, SENT, FAILED, UNKNOWN, MANUAL, CANCELLED;

    /** Whether the group has it. */
    public boolean isThere() {
        return this == SENT || this == MANUAL;
    }

    /** Whether somebody or something is still at it. */
    public boolean isOpen() {
        return this == QUEUED || this == TASK_CREATED || this == WAIT_OWNER || this == WAIT_MANUAL || this == UNKNOWN;
    }

    /** Whether its owner can be reminded. */
    public boolean waitsForOwner() {
        return this == TASK_CREATED || this == WAIT_OWNER;
    }
}
