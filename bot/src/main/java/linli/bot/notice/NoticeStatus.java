package linli.bot.notice;

import java.util.EnumSet;
import java.util.Set;

/** Where a notice is. HOLD is the minute in which it can still be taken back; MISSED asks a person. */
public enum NoticeStatus {
    DRAFT, IN_REVIEW, RETURNED, APPROVED, SCHEDULED, HOLD, SENDING, SENT, PARTIAL, MISSED, CANCELLED, CORRECTED, EXPIRED;

    private static final Set<NoticeStatus> UNSENT = EnumSet.of(DRAFT, IN_REVIEW, RETURNED, APPROVED, SCHEDULED, HOLD, MISSED);
    private static final Set<NoticeStatus> OUT = EnumSet.of(SENDING, SENT, PARTIAL, CORRECTED, EXPIRED);

    /** Whether nothing of it has gone out and it still may. */
    public boolean isUnsent() {
        return UNSENT.contains(this);
    }

    /** Whether lines of it were handed out. */
    public boolean isOut() {
        return OUT.contains(this);
    }

    /** Whether it goes on by the clock alone. */
    public boolean isTimed() {
        return this == SCHEDULED || this == HOLD;
    }
}
