package linli.bot.notice;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.community.ChatGroups;
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

/** How far each group has a notice, and what people can do about those that do not. Counts are of groups (C19). */
@Component
@Transactional
public class Deliveries {

    /** A season: long enough for a topic of one notice a month. */
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final DeliveryMapper mapper;
    private final DeliveryMoves moves;
    private final DeliveryWords words;
    private final NoticeCards cards;
    private final ChatGroups groups;
    private final OwnerWaits ownerWaits;
    private final Outbox outbox;
    private final AuditLog audit;
    private final CommunityClock clock;

    Deliveries(
            DeliveryMapper mapper, DeliveryMoves moves, DeliveryWords words, OwnerWaits ownerWaits, NoticeCards cards, ChatGroups groups,
            Outbox outbox, AuditLog audit, CommunityClock clock) {
        this.words = words;
        this.cards = cards;
        this.groups = groups;
        this.mapper = mapper;
        this.moves = moves;
        this.ownerWaits = ownerWaits;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the notice's latest version, in the order in which they were written. */
    public List<Delivery> of(long noticeId) {
        return mapper.findOf(noticeId);
    }

    public Delivery get(long id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.notice.missing.delivery"));
    }

    /** What waits for this owner to confirm in WeCom. */
    public List<Delivery> waitingForOwner(String userid) {
        return mapper.findWaitingForOwner(userid);
    }

    /** How far the notice is, in the words of C19; empty while nothing of it went out. */
    public String said(Notice notice) {
        return words.progress(mapper.findOf(notice.id()), notice.sentAt());
    }

    /** Why a delivery failed or waits for a person, in words; empty when there is nothing to say. */
    public String why(Delivery delivery) {
        if (delivery.status() == DeliveryStatus.UNKNOWN) {
            return Texts.of("notice.failure.lost");
        }
        return delivery.reason() == null && delivery.status() != DeliveryStatus.FAILED ? "" : DeliveryWords.failure(delivery);
    }

    public Progress progress(long noticeId) {
        return progress(List.of(noticeId)).get(noticeId);
    }

    public Map<Long, Progress> progress(Collection<Long> noticeIds) {
        Map<Long, Progress> progress = new HashMap<>();
        noticeIds.forEach(id -> progress.put(id, Progress.none(id)));
        if (!noticeIds.isEmpty()) {
            mapper.progress(noticeIds).forEach(p -> progress.put(p.noticeId(), p));
        }
        return progress;
    }

    /** How the notices of each topic that went out in the last {@link #LOOKED_BACK} arrived; topics without one are left out. */
    public List<TopicTotal> totals() {
        return mapper.totals(clock.now().minus(LOOKED_BACK));
    }

    /** How often the owner of this task was reminded in the last 24 hours. */
    public int reminders(String vendorRef) {
        return vendorRef == null ? 0 : mapper.countReminders(vendorRef, clock.now().minus(OwnerWaits.REMINDER_WINDOW));
    }

    /**
     * Has WeCom remind the owner, of all groups of his task at once.
     *
     * @throws Invalid when three reminders in 24 hours are spent, or WeCom did not take it
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void remind(long deliveryId, Actor actor) {
        Delivery delivery = get(deliveryId);
        requireSay(delivery, actor, "notice.remind");
        if (!delivery.status().waitsForOwner() || delivery.vendorRef() == null) {
            throw new Conflict("problem.notice.delivery", Texts.label(delivery.status()));
        }
        ownerWaits.remind(delivery.vendorRef(), actor.ref(), OwnerWaits.MOST_REMINDERS);
        audit.add(actor.ref(), "notice.reminded", "notice:" + delivery.noticeId(), delivery.owner());
    }

    /**
     * 登记人工转发: a person says that he posted the notice in the group.
     *
     * @param proof what shows it, such as a screenshot's number; required
     */
    public void forwarded(long deliveryId, String proof, Actor actor) {
        Delivery delivery = get(deliveryId);
        requireSay(delivery, actor, "notice.forward");
        if (proof == null || proof.isBlank() || proof.length() > 200) {
            throw new Invalid("problem.notice.proof");
        }
        boolean moved = moves.move(
                delivery, status -> !status.isThere(),
                new DeliveryMoves.Step(DeliveryStatus.MANUAL, null, null, clock.now(), clock.now(), actor.ref(), proof.strip()));
        if (!moved) {
            throw new Conflict("problem.notice.delivery", Texts.label(get(deliveryId).status()));
        }
        int takenBack = outbox.cancelWaiting(List.of(delivery.lineKey()));
        if (delivery.status() == DeliveryStatus.QUEUED && takenBack == 0) {
            throw new Conflict("problem.notice.leaving");
        }
        audit.add(actor.ref(), "notice.forwarded", "notice:" + delivery.noticeId(), "group:" + delivery.chatGroupId());
    }

    /**
     * 转备用群主: the owner's task is stopped, and each group it still waited for is left to its backup owner to forward, who
     * is told so.
     *
     * @throws Invalid when this group has no backup owner, or WeCom did not stop the task
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void handOver(long deliveryId, Actor actor) {
        Delivery delivery = get(deliveryId);
        requireSay(delivery, actor, "notice.handover");
        if (groups.get(delivery.chatGroupId()).backupUserid() == null) {
            throw new Invalid("problem.notice.backup");
        }
        if (!delivery.status().waitsForOwner() || delivery.vendorRef() == null) {
            throw new Conflict("problem.notice.delivery", Texts.label(delivery.status()));
        }
        List<Delivery> moved = ownerWaits.handOver(delivery.vendorRef(), d -> groups.get(d.chatGroupId()).backupUserid());
        cards.askToForward(moved);
        audit.add(actor.ref(), "notice.handed", "notice:" + delivery.noticeId(), delivery.owner());
    }

    /** Groups that do not have a notice that is out, the newest notice first. */
    public List<Delivery> unsent() {
        return mapper.findUnsent();
    }

    /** WeCom's first poll showed that this task waits for its owner. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void waiting(String vendorRef) {
        ownerWaits.ofTask(vendorRef).forEach(ownerWaits::waits);
    }

    /** Whether this person may remind or register for this group: the desk, the grid's own people, the owner and the backup. */
    public boolean mayTend(Delivery delivery, Actor actor) {
        boolean asked = actor.ref().equals(delivery.owner()) || actor.ref().equals(delivery.handedTo());
        return asked || actor.is(Role.CLERK) || actor.is(Role.REVIEWER) || actor.is(Role.DESK)
                || actor.is(Role.GRID) && delivery.gridId() != null && delivery.gridId().equals(actor.gridId());
    }

    private void requireSay(Delivery delivery, Actor actor, String what) {
        if (!mayTend(delivery, actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of(what));
        }
    }
}
