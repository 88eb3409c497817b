package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.outbox.SendingGate;
import linli.bot.staff.Actor;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts approved notices on their way: when they go out, the minute before it, and what happens when that was missed. */
@Component
class Departures {

    /** The time in which a notice can still be taken back (C17). */
    static final Duration HOLD = Duration.ofSeconds(60);

    /** Later than this a notice is not sent without asking (E3). */
    static final Duration MOST_LATE = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final NoticeMapper mapper;
    private final NoticeMoves moves;
    private final FanOut fanOut;
    private final QuietHours quietHours;
    private final SendingGate gate;
    private final TransactionTemplate transaction;
    private final CommunityClock clock;

    Departures(
            NoticeMapper mapper, NoticeMoves moves, FanOut fanOut, QuietHours quietHours, SendingGate gate, TransactionTemplate transaction,
            CommunityClock clock) {
        this.mapper = mapper;
        this.moves = moves;
        this.fanOut = fanOut;
        this.quietHours = quietHours;
        this.gate = gate;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Holds the notice for its minute, or schedules it when its time or the quiet hours say later. */
    Notice setOut(Notice notice, Instant wanted, Actor actor, String note) {
        Instant soonest = clock.now().plus(HOLD);
        Instant due = wanted == null || wanted.isBefore(soonest) ? soonest : wanted;
        Instant allowed = notice.isUrgent() ? due : quietHours.endAfter(due);
        NoticeAction action = allowed.isAfter(soonest) ? NoticeAction.SCHEDULE : NoticeAction.SEND;
        return moves.move(notice, action, actor, note, allowed);
    }

    /** Moves on every notice that is due; one that fails does not stop the rest. */
    int run() {
        int moved = 0;
        Instant now = clock.now();
        List<Long> due = mapper.findDue(now, now.plus(HOLD));
        for (long id : due) {
            if (!waitsInAPause(id, now)) {
                moved += guarded(id, () -> depart(id));
            }
        }
        for (long id : mapper.findExpired(now)) {
            moved += guarded(id, () -> expire(id));
        }
        return moved;
    }

    /** A pause keeps what is due where it is, until it is late; nothing is moved on by looking. */
    private boolean waitsInAPause(long id, Instant now) {
        Notice notice = mapper.find(id).toNotice();
        return notice.status() == NoticeStatus.HOLD && !now.isAfter(notice.dueAt().plus(MOST_LATE))
                && gate.closed().filter(closed -> !closed.all()).isPresent();
    }

    private int guarded(long id, Runnable step) {
        try {
            transaction.executeWithoutResult(status -> step.run());
            return 1;
        } catch (RuntimeException e) {
            log.error("Notice {} could not be moved on and is tried again", id, e);
            return 0;
        }
    }

    private void depart(long id) {
        Notice notice = moves.lock(id);
        Instant now = clock.now();
        // Another node may have been first; that is normal.
        if (!notice.status().isTimed() || notice.dueAt().isAfter(now.plus(HOLD))) {
            return;
        }
        if (now.isAfter(notice.dueAt().plus(MOST_LATE))) {
            moves.move(notice, NoticeAction.MISS, Actor.SYSTEM, null, notice.dueAt());
        } else if (notice.status() == NoticeStatus.SCHEDULED) {
            setOut(notice, now);
        } else if (!notice.dueAt().isAfter(now)) {
            leaveIfOpen(notice, now);
        }
    }

    /** So that it leaves at the minute it was promised for, its minute of grace begins before. */
    private void setOut(Notice notice, Instant now) {
        Instant soonest = now.plus(HOLD);
        moves.move(notice, NoticeAction.SEND, Actor.SYSTEM, null, notice.dueAt().isBefore(soonest) ? soonest : notice.dueAt());
    }

    /** After a restore it may have gone out before, so a person is asked; in a pause it waits, and is asked about when it is late. */
    private void leaveIfOpen(Notice notice, Instant now) {
        Optional<SendingGate.Closed> closed = gate.closed();
        if (closed.isEmpty()) {
            leave(notice, now);
        } else if (closed.get().all()) {
            moves.move(notice, NoticeAction.MISS, Actor.SYSTEM, null, notice.dueAt());
        }
    }

    private void leave(Notice notice, Instant now) {
        Instant allowed = notice.isUrgent() ? now : quietHours.endAfter(now);
        if (allowed.isAfter(now)) {
            moves.move(notice, NoticeAction.SCHEDULE, Actor.SYSTEM, null, allowed);
            return;
        }
        Reach reach = fanOut.reach(notice);
        if (reach.groups().isEmpty()) {
            moves.move(notice, NoticeAction.MISS, Actor.SYSTEM, null, notice.dueAt());
        } else {
            fanOut.write(notice, reach);
        }
    }

    private void expire(long id) {
        Notice notice = moves.lock(id);
        if (NoticeAction.EXPIRE.startsFrom(notice.status())) {
            moves.move(notice, NoticeAction.EXPIRE, Actor.SYSTEM, null, (Instant) null);
        }
    }
}
