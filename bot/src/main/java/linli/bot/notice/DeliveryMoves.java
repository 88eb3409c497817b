package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        events.publishEvent(new DeliveriesMoved(delivery.noticeId(), List.of(delivery.chatGroupId()), step.to()));
        settle(notice);
        return true;
    }

    /**
     * Moves those of some lines that are in a state from which the step is sound. A notice is kept from everybody else only
     * for a step that may end it: no step between open states does, and senders need not wait for one another.
     */
    void moveAll(List<String> lineKeys, Set<DeliveryStatus> from, Step step) {
        List<Notice> ending = step.to().isOpen() ? List.of() : mapper.findNotices(lineKeys).stream().map(moves::lock).toList();
        mapper.moveAll(lineKeys, from, step).stream()
                .collect(Collectors.groupingBy(DeliveryMapper.Moved::noticeId, Collectors.mapping(DeliveryMapper.Moved::chatGroupId, Collectors.toList())))
                .forEach((noticeId, groupIds) -> events.publishEvent(new DeliveriesMoved(noticeId, groupIds, step.to())));
        ending.forEach(this::settle);
    }

    /** A notice is SENT when every group has it, and PARTIAL when some never will by themselves. */
    private void settle(Notice notice) {
        if (mapper.isAnyOpen(notice.id())) {
            return;
        }
        Progress progress = mapper.progress(List.of(notice.id())).get(0);
        NoticeAction action = progress.there() == progress.total() ? NoticeAction.COMPLETE : NoticeAction.FALL_SHORT;
        if (action.startsFrom(notice.status())) {
            moves.move(notice, action, Actor.SYSTEM, null, (Instant) null);
        }
    }
}
