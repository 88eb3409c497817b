package linli.bot.ticket;

import static linli.bot.staff.Role.*;
import static linli.bot.ticket.TicketStatus.*;

import java.util.EnumSet;
import java.util.Set;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;

/**
 * Every way a ticket changes state. This table is the whole state machine; the numbers are those of the model. Guards that
 * need data (ten minutes, three reopenings, whose ticket it is) stand in {@link TicketGuards}; un-merging has no fixed
 * target and is a verb of {@link Tickets} of its own. A row without a target keeps the state.
 */
public enum TicketAction {
    // @formatter:off
    CONFIRM   (from(CANDIDATE),                                                OPEN,        by(GRID, DESK)),               // 3
    DISMISS   (from(CANDIDATE),                                                TicketStatus.VOID, by(GRID, DESK)),               // 4
    EXPIRE    (from(CANDIDATE),                                                TicketStatus.VOID, by(SYSTEM)),                   // 5
    ACCEPT    (from(OPEN),                                                     ACCEPTED,    by(GRID, DESK, UNIT)),         // 6
    REASSIGN  (from(OPEN, ACCEPTED),                                           OPEN,        by(DESK, GRID, UNIT)),         // 7
    START     (from(ACCEPTED),                                                 IN_PROGRESS, by(GRID, DESK, UNIT)),         // 8
    ASK       (from(ACCEPTED, IN_PROGRESS),                                    NEED_INFO,   by(GRID, DESK, UNIT)),         // 9
    ANSWER    (from(NEED_INFO),                                                IN_PROGRESS, by(SYSTEM, GRID, DESK, UNIT)), // 10
    LAPSE     (from(NEED_INFO),                                                CLOSED,      by(SYSTEM)),                   // 11
    WHISTLE   (from(ACCEPTED, IN_PROGRESS),                                    WHISTLED,    by(LEADER)),                   // 12
    GATHER    (from(WHISTLED),                                                 IN_PROGRESS, by(SYSTEM)),                   // 13
    HAND_OFF  (from(OPEN, ACCEPTED, IN_PROGRESS, NEED_INFO, WHISTLED),         HANDED_OFF,  by(DESK, LEADER)),             // 14
    RETURN    (from(HANDED_OFF),                                               IN_PROGRESS, by(DESK, SYSTEM)),             // 15
    RESOLVE   (from(ACCEPTED, IN_PROGRESS, HANDED_OFF),                        RESOLVED,    by(GRID, DESK, UNIT)),         // 16
    REOPEN    (from(RESOLVED),                                                 IN_PROGRESS, by(RESIDENT, DESK, LEADER)),   // 17
    CLOSE     (from(RESOLVED),                                                 CLOSED,      by(SYSTEM)),                   // 18
    REJECT    (from(OPEN, ACCEPTED),                                           REJECTED,    by(DESK)),                     // 19
    REVIEW    (from(REJECTED),                                                 OPEN,        by(LEADER)),                   // 20
    MERGE     (from(CANDIDATE, OPEN, ACCEPTED, IN_PROGRESS),                   MERGED,      by(GRID, DESK)),               // 21
    VOID      (from(OPEN, ACCEPTED),                                           TicketStatus.VOID, by(GRID, DESK, UNIT)), // 23
    WITHDRAW  (from(CANDIDATE, OPEN, ACCEPTED),                                TicketStatus.VOID, by(RESIDENT)),           // 23
    NOTE      (anywhere(),                                                     null,        by(GRID, DESK, UNIT, LEADER)), // 24
    NUDGE     (anyOpen(),                                                      null,        by(RESIDENT, DESK, LEADER)),   // 24
    RECLASSIFY(anyOpenOrGuess(),                                               null,        by(GRID, DESK)),               // 24
    RELOCATE  (anyOpenOrGuess(),                                               null,        by(GRID, DESK));               // 24
    // @formatter:on

    private final Set<TicketStatus> from;
    private final TicketStatus to;
    private final Set<Role> by;

    TicketAction(Set<TicketStatus> from, TicketStatus to, Set<Role> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    public Set<TicketStatus> from() {
        return from;
    }

    /** The state afterwards, or null when it stays. */
    public TicketStatus to() {
        return to;
    }

    public Set<Role> by() {
        return by;
    }

    /** Whether a ticket in this state can be acted on like this at all. */
    public boolean startsIn(TicketStatus status) {
        return from.contains(status);
    }

    /** Whether one of the actor's roles may do this. */
    public boolean isFor(Actor actor) {
        return actor.roles().stream().anyMatch(by::contains);
    }

    TicketStatus after(TicketStatus before) {
        return to == null ? before : to;
    }

    private static Set<TicketStatus> from(TicketStatus first, TicketStatus... more) {
        return EnumSet.of(first, more);
    }

    private static Set<TicketStatus> anywhere() {
        return EnumSet.allOf(TicketStatus.class);
    }

    private static Set<TicketStatus> anyOpen() {
        return EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS, NEED_INFO, WHISTLED, HANDED_OFF);
    }

    private static Set<TicketStatus> anyOpenOrGuess() {
        Set<TicketStatus> set = anyOpen();
        set.add(CANDIDATE);
        return set;
    }

    private static Set<Role> by(Role first, Role... more) {
        return EnumSet.of(first, more);
    }
}
