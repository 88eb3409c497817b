package linli.bot.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that come every week, such as 垃圾分类 on Fridays. A day before, the next one is written and submitted in its
 * author's name: somebody else reviews it every time, so that no words go out that nobody looked at lately.
 */
@Component
public class Repeats {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Logger log = LoggerFactory.getLogger(Repeats.class);

    private final RepeatMapper mapper;
    private final Notices notices;
    private final NoticeTemplates templates;
    private final NoticeCards cards;
    private final StaffMembers staff;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final CommunityClock clock;

    Repeats(
            RepeatMapper mapper, Notices notices, NoticeTemplates templates, NoticeCards cards, StaffMembers staff, AuditLog audit,
            TransactionTemplate transaction, CommunityClock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.templates = templates;
        this.cards = cards;
        this.staff = staff;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Invalid for words that hold a date, which would be wrong the second time */
    public void start(long noticeId, DayOfWeek day, LocalTime at, Actor actor) {
        requireClerk(actor);
        Notice notice = notices.get(noticeId);
        boolean dated = templates.get(notice.template()).times().stream().anyMatch(name -> !notice.values().getOrDefault(name, "").isBlank());
        if (dated || notice.corrects() != null) {
            throw new Invalid("problem.notice.dated");
        }
        LocalDate today = clock.today();
        LocalDate first = today.with(TemporalAdjusters.nextOrSame(day));
        if (!first.atTime(at).atZone(CommunityClock.ZONE).toInstant().isAfter(clock.now())) {
            first = first.plusWeeks(1);
        }
        LocalDate next = first;
        transaction.executeWithoutResult(status -> {
            if (mapper.insert(noticeId, day.getValue(), at, next, actor.ref(), clock.now()) != null) {
                audit.add(actor.ref(), "notice.repeated", "notice:" + noticeId, Texts.label(day) + " " + at);
            }
        });
    }

    public void stop(long id, Actor actor) {
        requireClerk(actor);
        transaction.executeWithoutResult(status -> {
            Repeat repeat = Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.notice.missing.repeat"));
            mapper.stop(id, clock.now());
            audit.add(actor.ref(), "notice.unrepeated", "notice:" + repeat.noticeId(), null);
        });
    }

    /** Those that still come, the soonest first. */
    public List<Repeat> all() {
        return mapper.findAll();
    }

    /** The sweep {@code prepare-repeated-notices}. @return how many were written */
    public int prepare() {
        int written = 0;
        for (Repeat repeat : mapper.findAll()) {
            if (!repeat.next().minus(AHEAD).isAfter(clock.now()) && prepare(repeat)) {
                written++;
            }
        }
        return written;
    }

    public Optional<Instant> nextDue(Instant now) {
        return mapper.findAll().stream().map(repeat -> repeat.next().minus(AHEAD)).filter(now::isBefore).min(Instant::compareTo);
    }

    private boolean prepare(Repeat repeat) {
        try {
            return write(repeat, true);
        } catch (RuntimeException e) {
            log.info("Repeat {} is left as a draft: {}", repeat.id(), e.toString());
            return leave(repeat);
        }
    }

    /** One that cannot even be a draft, such as of an author who may write no more, holds up no other. */
    private boolean leave(Repeat repeat) {
        try {
            return write(repeat, false);
        } catch (RuntimeException e) {
            log.warn("Repeat {} cannot be written: {}", repeat.id(), e.toString());
            return false;
        }
    }

    /** One occurrence, whoever runs first; what cannot be submitted is left to its author as a draft. */
    private boolean write(Repeat repeat, boolean submit) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (mapper.advance(repeat.id(), repeat.nextDay(), repeat.nextDay().plusWeeks(1)) == 0) {
                return false;
            }
            if (repeat.next().isBefore(clock.now())) {
                return true; // The machine was off: a week that is over is not written afterwards.
            }
            Actor author = staff.findByUserid(repeat.author()).orElseThrow().actor();
            Notice original = notices.get(repeat.noticeId());
            Notice notice = notices.create("repeat:" + repeat.id() + ":" + repeat.nextDay(), new NoticeDraft(
                    original.template(), original.topic(), original.values(), original.audience(), repeat.next())
                    .attach(original.attachments()), author);
            if (submit) {
                notices.submit(notice.id(), null, true, author);
            } else {
                cards.repeatLeft(notice);
            }
            return true;
        }));
    }

    private static void requireClerk(Actor actor) {
        if (!actor.is(Role.CLERK)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.repeat"));
        }
    }
}
