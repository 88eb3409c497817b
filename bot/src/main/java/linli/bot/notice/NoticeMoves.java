package linli.bot.notice;

import java.time.Instant;
import java.util.Optional;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns a row of the table of {@link NoticeAction} into a change: the row, its history and what others hear, at once. */
@Component
class NoticeMoves {

    private final NoticeMapper mapper;
    private final ApplicationEventPublisher events;
    private final CommunityClock clock;

    NoticeMoves(NoticeMapper mapper, ApplicationEventPublisher events, CommunityClock clock) {
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a move writes; null leaves a column as it is, but {@code dueAt}, which is always written.
     */
    record Change(
            long id,
            NoticeStatus from,
            NoticeStatus to,
            Instant dueAt,
            String approver,
            String approverName,
            String emergencyReason,
            Instant sentAt,
            Instant now) {}

    /** The notice, kept from everybody else until the transaction ends. */
    Notice lock(long id) {
        return Optional.ofNullable(mapper.lock(id)).map(NoticeRow::toNotice).orElseThrow(() -> new NotFound("problem.notice.missing.notice"));
    }

    /**
     * The notice, if this person may do this to it as the person saw it.
     *
     * @param revision as the person's page showed it; null: whatever it is now
     */
    Notice lockFor(long id, Integer revision, NoticeAction action, Actor actor) {
        Notice notice = lock(id);
        check(notice, action, actor);
        if (revision != null && revision != notice.revision()) {
            throw new Conflict("problem.notice.stale");
        }
        return notice;
    }

    void check(Notice notice, NoticeAction action, Actor actor) {
        if (!action.allows(actor, notice.author())) {
            boolean own = notice.author().equals(actor.ref()) && (actor.is(Role.REVIEWER) || actor.is(Role.LEADER) || actor.is(Role.DESK));
            throw new NotAllowed(own ? "problem.notice.own" : "problem.notice.role", Texts.label(action));
        }
        if (!action.startsFrom(notice.status())) {
            throw new Conflict("problem.notice.state", Texts.label(notice.status()), Texts.label(action));
        }
    }

    Notice move(Notice notice, NoticeAction action, Actor actor, String note, Instant dueAt) {
        return move(notice, action, actor, note, change(notice, action, dueAt));
    }

    Change change(Notice notice, NoticeAction action, Instant dueAt) {
        return new Change(notice.id(), notice.status(), action.to(), dueAt, null, null, null, null, clock.now());
    }

    Notice move(Notice notice, NoticeAction action, Actor actor, String note, Change change) {
        check(notice, action, actor);
        if (mapper.move(change) != 1) {
            throw new Conflict("problem.notice.stale");
        }
        mapper.insertEvent(
                notice.id(), change.now(), actor.ref(), actor.name(), action, change.from(), change.to(),
                note == null || note.isBlank() ? null : note.strip());
        events.publishEvent(new NoticeMoved(notice.id(), action, change.from(), change.to(), actor.ref()));
        return mapper.find(notice.id()).toNotice();
    }
}
