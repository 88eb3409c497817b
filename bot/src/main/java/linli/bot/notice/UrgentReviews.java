package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.WorkCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 紧急发布 goes out unseen by a second person; the next working morning one looks at it (C17). */
@Component
@Transactional
public class UrgentReviews {

    private final UrgentReviewMapper mapper;
    private final NoticeMapper notices;
    private final NoticeCards cards;
    private final WorkCalendar calendar;
    private final AuditLog audit;
    private final CommunityClock clock;

    UrgentReviews(
            UrgentReviewMapper mapper, NoticeMapper notices, NoticeCards cards, WorkCalendar calendar, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.cards = cards;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    void plan(Notice notice, Actor publisher) {
        Instant tomorrow = clock.today().plusDays(1).atStartOfDay(CommunityClock.ZONE).toInstant();
        mapper.insert(notice.id(), publisher.ref(), calendar.nextWorkStart(tomorrow));
    }

    /** Tells reviewers what is due; part of the notices' sweep. */
    void tellDue() {
        for (UrgentReview review : mapper.findUntold(clock.now())) {
            if (mapper.markTold(review.noticeId(), clock.now()) == 1) {
                cards.review(notices.find(review.noticeId()).toNotice(), review.publisher());
            }
        }
    }

    public Optional<UrgentReview> of(long noticeId) {
        return Optional.ofNullable(mapper.find(noticeId));
    }

    /** What this person can still look at, the oldest first. */
    public List<UrgentReview> open(Actor actor) {
        return mapper.findOpen().stream().filter(review -> may(review, actor)).toList();
    }

    /** A reviewer or a leader, neither who wrote it nor who published it. */
    public boolean may(UrgentReview review, Actor actor) {
        return review.isOpen() && (actor.is(Role.REVIEWER) || actor.is(Role.LEADER)) && !actor.ref().equals(review.publisher())
                && !actor.ref().equals(notices.find(review.noticeId()).author());
    }

    /**
     * @param proper whether it was right to publish it urgently
     * @param note required when it was not
     */
    public void review(long noticeId, boolean proper, String note, Actor actor) {
        UrgentReview review = of(noticeId).orElseThrow(() -> new NotFound("problem.notice.missing.notice"));
        if (!review.isOpen()) {
            throw new Conflict("problem.notice.reviewed", review.reviewerName());
        }
        if (!may(review, actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.review.urgent"));
        }
        String tidy = note == null ? "" : note.strip();
        if (!proper && tidy.isEmpty()) {
            throw new Invalid("problem.notice.reason");
        }
        mapper.review(noticeId, actor.ref(), actor.name(), proper, tidy.isEmpty() ? null : tidy, clock.now());
        audit.add(actor.ref(), "notice.reviewed", "notice:" + noticeId, proper ? null : tidy);
    }
}
