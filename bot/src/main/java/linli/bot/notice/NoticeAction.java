package linli.bot.notice;

import static linli.bot.notice.NoticeStatus.APPROVED;
import static linli.bot.notice.NoticeStatus.CANCELLED;
import static linli.bot.notice.NoticeStatus.CORRECTED;
import static linli.bot.notice.NoticeStatus.DRAFT;
import static linli.bot.notice.NoticeStatus.EXPIRED;
import static linli.bot.notice.NoticeStatus.HOLD;
import static linli.bot.notice.NoticeStatus.IN_REVIEW;
import static linli.bot.notice.NoticeStatus.MISSED;
import static linli.bot.notice.NoticeStatus.PARTIAL;
import static linli.bot.notice.NoticeStatus.RETURNED;
import static linli.bot.notice.NoticeStatus.SCHEDULED;
import static linli.bot.notice.NoticeStatus.SENDING;
import static linli.bot.notice.NoticeStatus.SENT;
import static linli.bot.staff.Role.CLERK;
import static linli.bot.staff.Role.DESK;
import static linli.bot.staff.Role.LEADER;
import static linli.bot.staff.Role.REVIEWER;
import static linli.bot.staff.Role.SYSTEM;

import java.util.Set;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;

/**
 * Every way a notice (通知) changes its state. This table is the whole state machine; who is barred for being the author
 * is said by {@link #allows}. Words for each are {@code label.NoticeAction.*}.
 */
public enum NoticeAction {
    // @formatter:off
    EDIT     (from(DRAFT, RETURNED, IN_REVIEW, APPROVED),                               DRAFT,     by(CLERK)),
    SUBMIT   (from(DRAFT, RETURNED),                                                    IN_REVIEW, by(CLERK)),
    APPROVE  (from(IN_REVIEW),                                                          APPROVED,  by(REVIEWER)),
    RETURN   (from(IN_REVIEW),                                                          RETURNED,  by(REVIEWER)),
    URGENT   (from(DRAFT, RETURNED, IN_REVIEW),                                         APPROVED,  by(LEADER, DESK)),
    SCHEDULE (from(APPROVED, MISSED, SCHEDULED, HOLD),                                  SCHEDULED, by(CLERK, REVIEWER, LEADER, DESK, SYSTEM)),
    SEND     (from(APPROVED, MISSED, SCHEDULED),                                        HOLD,      by(CLERK, REVIEWER, LEADER, DESK, SYSTEM)),
    UNDO     (from(HOLD),                                                               APPROVED,  by(CLERK, REVIEWER, LEADER, DESK)),
    MISS     (from(SCHEDULED, HOLD),                                                    MISSED,    by(SYSTEM)),
    DISPATCH (from(HOLD),                                                               SENDING,   by(SYSTEM)),
    COMPLETE (from(SENDING, PARTIAL),                                                   SENT,      by(SYSTEM)),
    FALL_SHORT(from(SENDING),                                                           PARTIAL,   by(SYSTEM)),
    CANCEL   (from(DRAFT, IN_REVIEW, RETURNED, APPROVED, SCHEDULED, HOLD, MISSED),      CANCELLED, by(CLERK, REVIEWER, LEADER)),
    STOP     (from(SENDING, PARTIAL),                                                   CANCELLED, by(REVIEWER, LEADER)),
    CORRECT  (from(SENDING, SENT, PARTIAL, EXPIRED),                                    CORRECTED, by(CLERK, SYSTEM)),
    EXPIRE   (from(SENT, PARTIAL),                                                      EXPIRED,   by(SYSTEM));
    // @formatter:on

    private final Set<NoticeStatus> from;
    private final NoticeStatus to;
    private final Set<Role> by;

    NoticeAction(Set<NoticeStatus> from, NoticeStatus to, Set<Role> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    public NoticeStatus to() {
        return to;
    }

    public boolean startsFrom(NoticeStatus status) {
        return from.contains(status);
    }

    /**
     * Whether this person may do this, whatever the state. Nobody reviews what he wrote; of clerks, only the author takes a
     * notice back in its last minute (E3).
     *
     * @param author userid of who wrote it
     */
    public boolean allows(Actor actor, String author) {
        boolean own = actor.ref().equals(author);
        if (own && (this == APPROVE || this == RETURN || this == URGENT)) {
            return false;
        }
        if (this == UNDO && actor.is(CLERK) && own) {
            return true;
        }
        return by.stream().filter(role -> !(this == UNDO && role == CLERK)).anyMatch(actor::is);
    }

    private static Set<NoticeStatus> from(NoticeStatus... from) {
        return Set.of(from);
    }

    private static Set<Role> by(Role... by) {
        return Set.of(by);
    }
}
