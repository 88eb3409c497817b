package linli.bot.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.staff.Actor;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/**
 * Writes one line per group, in the transaction that turns the notice to SENDING. The claim of that turn and the key of
 * each line make a second run harmless.
 */
@Component
class FanOut {

    private final NoticeMapper mapper;
    private final DeliveryMapper deliveries;
    private final NoticeMoves moves;
    private final Audiences audiences;
    private final Quotas quotas;
    private final RollCalls rollCalls;
    private final Corrections corrections;
    private final Outbox outbox;
    private final CommunityClock clock;

    FanOut(
            NoticeMapper mapper, DeliveryMapper deliveries, NoticeMoves moves, Audiences audiences, Quotas quotas, RollCalls rollCalls,
            Corrections corrections, Outbox outbox, CommunityClock clock) {
        this.quotas = quotas;
        this.rollCalls = rollCalls;
        this.corrections = corrections;
        this.mapper = mapper;
        this.deliveries = deliveries;
        this.moves = moves;
        this.audiences = audiences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whom the notice means now. */
    Reach reach(Notice notice) {
        return notice.corrects() == null
                ? audiences.resolve(notice.audience())
                : corrections.reach(corrections.original(notice.corrects()), audiences.label(notice.audience()));
    }

    void write(Notice notice, Reach reach) {
        Instant now = clock.now();
        NoticeMoves.Change change = moves.change(notice, NoticeAction.DISPATCH, null);
        moves.move(notice, NoticeAction.DISPATCH, Actor.SYSTEM, null, new NoticeMoves.Change(
                change.id(), change.from(), change.to(), null, null, null, null, now, now));
        NoticeVersion version = mapper.findVersion(notice.id(), notice.version()).toVersion();
        noteDifference(version, reach.groupIds());
        Map<Long, Quota> left = quotas.left(reach.groups(), now);
        NewDeliveries rows = new NewDeliveries(notice.id(), version.version());
        List<Draft> lines = new ArrayList<>();
        for (ChatGroup group : reach.groups()) {
            String key = lineKey(notice.id(), version.version(), group.id());
            ByHand chosen = notice.byHand().get(group.id());
            boolean owned = group.ownerUserid() != null && chosen == null;
            boolean enough = left.get(group.id()).allows(notice.isUrgent());
            boolean confirms = owned && enough;
            rows.add(group, key, confirms ? DeliveryStatus.QUEUED : DeliveryStatus.WAIT_MANUAL, owned && !enough ? "quota" : null);
            if (chosen == ByHand.SIDEBAR) {
                lines.add(Draft.toGroup(key, Route.STAFF_TAP, group.externalChatId(), version.text(), "notice", true, now)
                        .with(version.attachments()));
            } else if (confirms) {
                lines.add(new Draft(
                        key, Route.OWNER_CONFIRM, group.externalChatId(), group.ownerUserid(),
                        batch(notice.id(), version.version(), group.ownerUserid()), version.text(), "notice", true, null, now).with(version.attachments()));
            }
        }
        if (notice.corrects() != null) {
            putRight(notice.corrects());
        }
        rollCalls.plan(notice, now);
        deliveries.insertAll(rows, now);
        outbox.putAll(lines);
    }

    /** From now on the correction's facts count. */
    private void putRight(long originalId) {
        Notice original = moves.lock(originalId);
        if (NoticeAction.CORRECT.startsFrom(original.status())) {
            moves.move(original, NoticeAction.CORRECT, Actor.SYSTEM, null, (Instant) null);
        }
    }

    private void noteDifference(NoticeVersion version, List<Long> now) {
        Long[] added = without(now, version.groups());
        Long[] gone = without(version.groups(), now);
        if (added.length + gone.length > 0) {
            mapper.noteDifference(version.noticeId(), version.version(), added, gone);
        }
    }

    private static Long[] without(List<Long> all, List<Long> some) {
        Set<Long> left = new LinkedHashSet<>(all);
        some.forEach(left::remove);
        return left.toArray(Long[]::new);
    }

    static String lineKey(long noticeId, int version, long groupId) {
        return "notice:" + noticeId + ":v" + version + ":g" + groupId;
    }

    /** One owner gets one task for all his groups. */
    private static String batch(long noticeId, int version, String owner) {
        return "notice:" + noticeId + ":v" + version + ":" + owner;
    }
}
