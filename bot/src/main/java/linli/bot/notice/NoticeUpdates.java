package linli.bot.notice;

import linli.bot.live.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Nudges open pages after the commit, and asks WeCom at once to stop what was stopped. */
@Component
class NoticeUpdates {

    static final String TOPIC = "notices";

    private final LiveUpdates live;
    private final OwnerWaits ownerWaits;

    NoticeUpdates(LiveUpdates live, OwnerWaits ownerWaits) {
        this.live = live;
        this.ownerWaits = ownerWaits;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void noticeMoved(NoticeMoved moved) {
        live.publish(TOPIC, String.valueOf(moved.noticeId()));
        if (moved.action() == NoticeAction.STOP) {
            ownerWaits.stopCancelled();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void deliveriesMoved(DeliveriesMoved moved) {
        live.publish(TOPIC, String.valueOf(moved.noticeId()));
    }
}
