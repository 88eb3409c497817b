package linli.bot.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.bot.attachment.Attachments;
import linli.bot.audit.AuditLog;
import linli.bot.outbox.Outbox;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of a notice's life. {@code revision} is the row's as the person's page showed it (null: not compared); a page
 * that is behind gets a {@link Conflict}, so a double tap has one effect.
 */
@Component
@Transactional
public class Notices {

    private final NoticeMapper mapper;
    private final DeliveryMapper deliveries;
    private final NoticeMoves moves;
    private final NoticeTemplates templates;
    private final Composer composer;
    private final Departures departures;
    private final OwnerWaits ownerWaits;
    private final RollCalls rollCalls;
    private final Corrections corrections;
    private final UrgentReviews reviews;
    private final Attachments attachments;
    private final RefusedWords refusedWords;
    private final Outbox outbox;
    private final AuditLog audit;
    private final CommunityClock clock;

    Notices(
            NoticeMapper mapper, DeliveryMapper deliveries, NoticeMoves moves, NoticeTemplates templates, Composer composer,
            Departures departures, OwnerWaits ownerWaits, RollCalls rollCalls, Corrections corrections,
            UrgentReviews reviews, Attachments attachments, RefusedWords refusedWords, Outbox outbox, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.deliveries = deliveries;
        this.moves = moves;
        this.templates = templates;
        this.composer = composer;
        this.departures = departures;
        this.ownerWaits = ownerWaits;
        this.rollCalls = rollCalls;
        this.corrections = corrections;
        this.reviews = reviews;
        this.attachments = attachments;
        this.refusedWords = refusedWords;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param formKey of the form it is saved from: saving the same form twice makes one notice; may be null */
    public Notice create(String formKey, NoticeDraft draft, Actor author) {
        if (!author.is(Role.CLERK)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.write"));
        }
        Long id = mapper.insert(
                formKey, draft.template(), topic(draft), NoticeRow.Typed.of(draft), draft.corrects(), draft.sendAt(),
                author.ref(), author.name(), clock.now());
        attachments.keep(draft.attachments());
        return id == null ? mapper.findByFormKey(formKey).toNotice() : get(id);
    }

    /** Any edit takes a notice back to being a draft, whatever was approved before (E3). */
    public Notice edit(long id, Integer revision, NoticeDraft typed, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.EDIT, actor);
        NoticeDraft draft = notice.corrects() == null ? typed : asCorrection(notice, typed);
        mapper.edit(id, draft.template(), topic(draft), NoticeRow.Typed.of(draft), draft.sendAt(), clock.now());
        attachments.keep(draft.attachments());
        return notice.status() == NoticeStatus.DRAFT ? get(id) : moves.move(notice, NoticeAction.EDIT, actor, null, (Instant) null);
    }

    /**
     * Writes a correction of a notice that is out, as a draft that is reviewed like any other. It goes to the same groups by
     * the same ways; when it goes out, the other is 已更正 and explains nothing any more.
     *
     * @param values all fields, those that stay as they were among them
     */
    public Notice correct(String formKey, long originalId, Map<String, String> values, Actor author) {
        Notice original = moves.lockFor(originalId, null, NoticeAction.CORRECT, author);
        return create(formKey, new NoticeDraft(
                original.template(), original.topic(), values, original.audience(), null, corrections.byHand(original), originalId,
                List.of()), author);
    }

    /** By which ways a correction of this notice would go, where that is not 群发. */
    public Map<Long, ByHand> waysOf(long id) {
        return corrections.byHand(corrections.original(id));
    }

    /** The notice that put this one right, sent or still being written; the latest. */
    public Optional<Notice> correctionOf(long id) {
        return Optional.ofNullable(mapper.findCorrectionOf(id)).map(NoticeRow::toNotice);
    }

    /** 再发一次: a draft with the same words for the same audience. Dates are left for its author to fill in. */
    public Notice copy(String formKey, long id, Actor author) {
        Notice notice = get(id);
        Map<String, String> values = new HashMap<>(notice.values());
        templates.get(notice.template()).times().forEach(values::remove);
        return create(formKey, new NoticeDraft(notice.template(), notice.topic(), values, notice.audience(), null).attach(notice.attachments()), author);
    }

    /** What goes out, or explains something, between two instants, by time; what waits for review among it. */
    public List<Notice> between(Instant from, Instant to) {
        return mapper.findBetween(from, to).stream().map(NoticeRow::toNotice).toList();
    }

    /** What a draft would become; changes nothing. */
    public Preview preview(NoticeDraft draft) {
        return composer.preview(draft);
    }

    /** What a stored notice would become if it were submitted now. */
    public Preview preview(Notice notice) {
        return composer.preview(draft(notice));
    }

    /** @param confirmed whether the author answered the preview's questions */
    public Notice submit(long id, Integer revision, boolean confirmed, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.SUBMIT, actor);
        fix(notice, confirmed, false);
        audit.add(actor.ref(), "notice.submitted", target(id), null);
        return moves.move(notice, NoticeAction.SUBMIT, actor, null, (Instant) null);
    }

    /** @param at when it shall go out; null: when its author wished, or now */
    public Notice approve(long id, Integer revision, Instant at, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.APPROVE, actor);
        // The list may have grown since it was submitted.
        version(notice).map(NoticeVersion::text).map(refusedWords::hits).filter(hits -> !hits.isEmpty()).ifPresent(hits -> {
            throw new Invalid("problem.notice.word.late", hits.get(0).word().word());
        });
        NoticeMoves.Change change = moves.change(notice, NoticeAction.APPROVE, null);
        Notice approved = moves.move(notice, NoticeAction.APPROVE, actor, null, new NoticeMoves.Change(
                id, change.from(), change.to(), null, actor.ref(), actor.name(), null, null, change.now()));
        audit.add(actor.ref(), "notice.approved", target(id), null);
        Instant wanted = at != null ? at : approved.sendAt();
        if (wanted != null && clock.now().isAfter(wanted.plus(Departures.MOST_LATE))) {
            return approved; // Its time is long over: a person says when, as with any missed notice.
        }
        return departures.setOut(approved, wanted, actor, null);
    }

    public Notice sendBack(long id, Integer revision, String reason, Actor actor) {
        requireReason(reason);
        Notice notice = moves.lockFor(id, revision, NoticeAction.RETURN, actor);
        audit.add(actor.ref(), "notice.returned", target(id), null);
        return moves.move(notice, NoticeAction.RETURN, actor, reason, (Instant) null);
    }

    /** 紧急发布: no review before, no quiet hours; somebody else than the author, with a reason. */
    public Notice publishUrgently(long id, Integer revision, String reason, Actor actor) {
        requireReason(reason);
        Notice notice = moves.lockFor(id, revision, NoticeAction.URGENT, actor);
        if (notice.status() != NoticeStatus.IN_REVIEW) {
            fix(notice, true, true);
        }
        NoticeMoves.Change change = moves.change(notice, NoticeAction.URGENT, null);
        Notice approved = moves.move(notice, NoticeAction.URGENT, actor, reason, new NoticeMoves.Change(
                id, change.from(), change.to(), null, actor.ref(), actor.name(), reason.strip(), null, change.now()));
        audit.add(actor.ref(), "notice.urgent", target(id), null);
        reviews.plan(approved, actor);
        return departures.setOut(approved, null, actor, null);
    }

    /** 重新发送, 立即发送: what was approved goes out, after its minute. */
    public Notice send(long id, Integer revision, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.SEND, actor);
        return departures.setOut(notice, null, actor, null);
    }

    public Notice reschedule(long id, Integer revision, Instant at, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.SCHEDULE, actor);
        if (at == null || !at.isAfter(clock.now().plus(Departures.HOLD))) {
            throw new Invalid("problem.notice.past");
        }
        return departures.setOut(notice, at, actor, null);
    }

    /** 撤销 in the last minute: back to approved, and only a person sends it again. */
    public Notice undo(long id, Integer revision, Actor actor) {
        Notice notice = moves.lockFor(id, revision, NoticeAction.UNDO, actor);
        audit.add(actor.ref(), "notice.undone", target(id), null);
        return moves.move(notice, NoticeAction.UNDO, actor, null, (Instant) null);
    }

    /**
     * Cancels what has not gone out. A notice that is on its way is stopped: lines not handed over are dropped, and WeCom is
     * asked to stop what no owner has confirmed. Groups that have it, have it.
     */
    public Notice cancel(long id, Integer revision, Actor actor) {
        if (!get(id).status().isOut()) {
            Notice notice = moves.lockFor(id, revision, NoticeAction.CANCEL, actor);
            audit.add(actor.ref(), "notice.cancelled", target(id), null);
            return moves.move(notice, NoticeAction.CANCEL, actor, null, (Instant) null);
        }
        moves.check(get(id), NoticeAction.STOP, actor);
        // The outbox's rows first and ours second, as its worker locks them.
        outbox.cancelWaiting(deliveries.findOf(id).stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.QUEUED || delivery.status() == DeliveryStatus.WAIT_MANUAL)
                .map(Delivery::lineKey)
                .toList());
        Notice notice = moves.lockFor(id, revision, NoticeAction.STOP, actor);
        deliveries.cancelByHand(id, notice.version(), clock.now());
        audit.add(actor.ref(), "notice.stopped", target(id), null);
        return moves.move(notice, NoticeAction.STOP, actor, null, (Instant) null);
    }

    public Notice get(long id) {
        return Optional.ofNullable(mapper.find(id)).map(NoticeRow::toNotice).orElseThrow(() -> new NotFound("problem.notice.missing.notice"));
    }

    /** The words last submitted, if it ever was. */
    public Optional<NoticeVersion> version(Notice notice) {
        return Optional.ofNullable(mapper.findVersion(notice.id(), notice.version())).map(NoticeVersionRow::toVersion);
    }

    /** To whom it goes, as people say it; empty while nobody is chosen. */
    public String audience(Notice notice) {
        return composer.places(notice.audience());
    }

    public List<NoticeEvent> history(long id) {
        return mapper.findEvents(id);
    }

    public List<Notice> search(NoticeFilter filter) {
        return mapper.search(filter).stream().map(NoticeRow::toNotice).toList();
    }

    /** What waits for this person: reviews of others' notices, own drafts sent back or left unsent, missed ones. */
    public List<Notice> waitingFor(Actor actor) {
        return mapper
                .findWaiting(
                        actor.ref(), actor.is(Role.REVIEWER), actor.is(Role.CLERK),
                        actor.is(Role.DESK) || actor.is(Role.LEADER) || actor.is(Role.REVIEWER))
                .stream()
                .map(NoticeRow::toNotice)
                .toList();
    }

    /** What this person may do with it now. */
    public Set<NoticeAction> allowed(Notice notice, Actor actor) {
        Set<NoticeAction> allowed = EnumSet.noneOf(NoticeAction.class);
        for (NoticeAction action : NoticeAction.values()) {
            if (action.startsFrom(notice.status()) && action.allows(actor, notice.author())) {
                allowed.add(action);
            }
        }
        return allowed;
    }

    /**
     * The sweep: holds, sends, misses and expires what is due, and asks WeCom again to stop what was cancelled. Each notice
     * is a transaction of its own.
     *
     * @return how many moved on
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int dispatchDue() {
        int moved = departures.run();
        ownerWaits.recognise();
        ownerWaits.stopCancelled();
        rollCalls.run();
        reviews.tellDue();
        return moved;
    }

    /** The next instant after {@code now} at which {@link #dispatchDue} has something to do. */
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextDue(now, (int) Departures.HOLD.toSeconds()));
    }

    /** Fixes the words that are reviewed and sent. */
    private void fix(Notice notice, boolean confirmed, boolean urgent) {
        Preview preview = composer.preview(draft(notice));
        if (!(urgent ? preview.isReadyUrgently() : preview.isReady())) {
            throw new Invalid("problem.notice.refused", String.join("", preview.foremost()));
        }
        if (!confirmed && !preview.questions().isEmpty()) {
            throw new Invalid("problem.notice.refused", String.join("", preview.questions()));
        }
        int version = notice.version() + 1;
        NoticeTemplate template = templates.get(notice.template());
        mapper.insertVersion(
                notice.id(), version, preview.text(), hash(preview.text()), preview.reach().label(),
                preview.reach().groupIds().toArray(Long[]::new), preview.reach().people(), clock.now());
        mapper.submit(notice.id(), version, template.effect(), preview.activeFrom(), preview.activeTo());
    }

    /** A correction keeps its groups and their ways, whatever its form says. */
    private NoticeDraft asCorrection(Notice notice, NoticeDraft typed) {
        Map<Long, ByHand> byHand = new HashMap<>(corrections.byHand(corrections.original(notice.corrects())));
        byHand.putAll(typed.byHand());
        return new NoticeDraft(notice.template(), notice.topic(), typed.values(), notice.audience(), typed.sendAt(), byHand, notice.corrects(),
                typed.attachments());
    }

    private NoticeTopic topic(NoticeDraft draft) {
        NoticeTopic fixed = templates.get(draft.template()).topic();
        NoticeTopic topic = fixed != null ? fixed : draft.topic();
        return topic == null ? NoticeTopic.PROPERTY : topic;
    }

    private static NoticeDraft draft(Notice notice) {
        return new NoticeDraft(notice.template(), notice.topic(), notice.values(), notice.audience(), notice.sendAt(), notice.byHand(), notice.corrects(),
                notice.attachments());
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Invalid("problem.notice.reason");
        }
    }

    private static String target(long id) {
        return "notice:" + id;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
