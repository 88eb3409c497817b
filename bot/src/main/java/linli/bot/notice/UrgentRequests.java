package linli.bot.notice;

import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 请求紧急发布: a clerk may not publish urgently, and asks the leader or the desk, with the reason (C17). */
@Component
@Transactional
public class UrgentRequests {

    private static final int REASON = 200;

    private final UrgentRequestMapper mapper;
    private final Notices notices;
    private final NoticeCards cards;
    private final AuditLog audit;
    private final CommunityClock clock;

    UrgentRequests(UrgentRequestMapper mapper, Notices notices, NoticeCards cards, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.cards = cards;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest, answered or not. */
    @Transactional(readOnly = true)
    public Optional<UrgentRequest> of(long noticeId) {
        return Optional.ofNullable(mapper.findLatest(noticeId));
    }

    /** What this person can grant, the oldest first. */
    @Transactional(readOnly = true)
    public List<UrgentRequest> open(Actor actor) {
        return mayAnswer(actor) ? mapper.findOpen().stream().filter(request -> !request.askedBy().equals(actor.ref())).toList() : List.of();
    }

    public boolean mayAsk(Notice notice, Actor actor) {
        return actor.is(Role.CLERK) && NoticeAction.URGENT.startsFrom(notice.status());
    }

    public boolean mayAnswer(Actor actor) {
        return actor.is(Role.LEADER) || actor.is(Role.DESK);
    }

    /** @throws Invalid without a reason, or while the notice cannot go out as it is */
    public void ask(long noticeId, String reason, Actor actor) {
        Notice notice = notices.get(noticeId);
        if (!mayAsk(notice, actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.urgent.ask"));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new Invalid("problem.notice.reason");
        }
        Preview preview = notices.preview(notice);
        if (!preview.isReadyUrgently()) {
            throw new Invalid("problem.notice.refused", String.join("", preview.foremost()));
        }
        if (mapper.insert(noticeId, why, actor, clock.now()) == 0) {
            throw new Conflict("problem.notice.urgent.asked");
        }
        cards.askUrgent(notice, preview.reach().label(), mapper.findLatest(noticeId));
        audit.add(actor.ref(), "notice.urgent.asked", "notice:" + noticeId, why);
    }

    /** Not so urgent: it goes the usual way, and its author is told why. */
    public void decline(long noticeId, String note, Actor actor) {
        if (!mayAnswer(actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.urgent.decline"));
        }
        String why = note == null ? "" : note.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new Invalid("problem.notice.reason");
        }
        if (mapper.answer(noticeId, false, why, actor.name(), clock.now()) == 0) {
            throw new Conflict("problem.notice.urgent.answered");
        }
        cards.urgentDeclined(notices.get(noticeId), mapper.findLatest(noticeId));
        audit.add(actor.ref(), "notice.urgent.declined", "notice:" + noticeId, why);
    }

    @EventListener
    void granted(NoticeMoved moved) {
        if (moved.action() == NoticeAction.URGENT) {
            mapper.answer(moved.noticeId(), true, null, notices.get(moved.noticeId()).approverName(), clock.now());
        }
    }
}
