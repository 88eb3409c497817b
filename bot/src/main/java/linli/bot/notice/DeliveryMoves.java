package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import linli.bot.staff.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves one group's delivery and, when it was the last one open, the notice. Call within a transaction. */
@Component
class DeliveryMoves {

    private final DeliveryMapper mapper;
    private final NoticeMoves moves;
    private final ApplicationEventPublisher events;

    DeliveryMoves(DeliveryMapper mapper, NoticeMoves moves, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.moves = moves;
        this.events = events;
    }

    /** Where a delivery goes, and what is known of it; null leaves a column as it is, but {@code reason}. */
    record Step(DeliveryStatus to, String reason, String vendorRef, Instant at, Instant sentAt, String doneBy, String proof) {

        static Step of(DeliveryStatus to, Instant at) {
            return new Step(to, null, null, at, null, null, null);
        }
    }

    /**
     * @param from states from which the step is sound; from any other it is left
     * @return whether it moved
     */
    boolean move(Delivery seen, Predicate<DeliveryStatus> from, Step step) {
        Notice notice = moves.lock(seen.noticeId());
        Delivery delivery = mapper.find(seen.id());
        if (!from.test(delivery.status())) {
            return false;
        }
        mapper.move(
                delivery.id(), delivery.status(), step.to(), step.reason(), step.vendorRef(), step.at(), step.sentAt(), step.doneBy(),
                step.proof());
        events.publishEvent(new DeliveryMoved(delivery.noticeId(), delivery.chatGroupId(), step.to()));
        settle(notice);
        return true;
    }

    /** A notice is SENT when every group has it, and PARTIAL when some never will by themselves. */
    private void settle(Notice notice) {
        Progress progress = mapper.progress(List.of(notice.id())).get(0);
        int open = progress.waiting() + progress.waitManual() + progress.unknown();
        if (open > 0) {
            return;
        }
        NoticeAction action = progress.there() == progress.total() ? NoticeAction.COMPLETE : NoticeAction.FALL_SHORT;
        if (action.startsFrom(notice.status())) {
            moves.move(notice, action, Actor.SYSTEM, null, (Instant) null);
        }
    }
}
