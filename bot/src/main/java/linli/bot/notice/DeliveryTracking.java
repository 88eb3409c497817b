package linli.bot.notice;

import java.util.function.Predicate;
import linli.bot.outbox.LineMoved;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Route;
import linli.bot.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows each notice line through the outbox, in the outbox's own transaction. */
@Component
class DeliveryTracking {

    private final DeliveryMapper mapper;
    private final DeliveryMoves moves;

    DeliveryTracking(DeliveryMapper mapper, DeliveryMoves moves) {
        this.mapper = mapper;
        this.moves = moves;
    }

    @EventListener
    void follow(LineMoved line) {
        if (line.route() == Route.STAFF_APP || !line.key().startsWith("notice:")) {
            return;
        }
        Delivery delivery = mapper.findByLine(line.key());
        if (delivery == null) {
            return;
        }
        if (line.route() != Route.OWNER_CONFIRM) {
            followByHand(delivery, line);
            return;
        }
        switch (line.state()) {
            case TASK_CREATED -> step(delivery, s -> s == DeliveryStatus.QUEUED || s == DeliveryStatus.UNKNOWN, DeliveryStatus.TASK_CREATED, line);
            case UNKNOWN -> step(delivery, s -> s == DeliveryStatus.QUEUED, DeliveryStatus.UNKNOWN, line);
            case FAILED -> step(delivery, DeliveryStatus::isOpen, DeliveryStatus.FAILED, line);
            // A task that was stopped to be handed over leaves its groups to a person.
            case CANCELLED -> step(delivery, s -> s.isOpen() && s != DeliveryStatus.WAIT_MANUAL, DeliveryStatus.CANCELLED, line);
            // What WeCom reports as sent is sent, whatever was believed before.
            case SENT -> step(delivery, s -> s != DeliveryStatus.SENT, DeliveryStatus.SENT, line);
            case WAITING, SENDING, STAGED -> { }
        }
    }

    /** A prepared line, posted from the sidebar by whoever tapped. */
    private void followByHand(Delivery delivery, LineMoved line) {
        if (line.state() == LineState.SENT) {
            moves.move(delivery, s -> !s.isThere(), new DeliveryMoves.Step(
                    DeliveryStatus.MANUAL, null, null, line.at(), line.at(), line.by(), Texts.of("notice.proof.sidebar")));
        } else if (line.state() == LineState.CANCELLED) {
            moves.move(delivery, DeliveryStatus::isOpen, DeliveryMoves.Step.of(DeliveryStatus.CANCELLED, line.at()));
        }
    }

    private void step(Delivery delivery, Predicate<DeliveryStatus> from, DeliveryStatus to, LineMoved line) {
        boolean sent = to == DeliveryStatus.SENT;
        moves.move(delivery, from, new DeliveryMoves.Step(
                to, line.reason(), line.vendorRef(), line.at(), sent ? line.at() : null, sent ? line.by() : null, null));
    }
}
