package linli.bot.outbox;

/**
 * Where a line is. SENT only when its route reported it; STAGED waits for a staff member's tap, TASK_CREATED for the
 * owner's; UNKNOWN means that the vendor's answer was lost.
 */
public enum LineState { WAITING, SENDING, SENT, STAGED, TASK_CREATED, UNKNOWN, FAILED, CANCELLED }
