package linli.bot.notice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.outbox.LineMoved;
import linli.bot.outbox.LineState;
import linli.bot.outbox.LinesMoved;
import linli.bot.outbox.Route;
import linli.bot.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows each notice line through the outbox, in the outbox's own transaction; lines that fared alike go together. */
@Component
class DeliveryTracking {

    private final DeliveryMoves moves;

    DeliveryTracking(DeliveryMoves moves) {
        this.moves = moves;
    }

    /** Where lines take their deliveries, and from which states. */
    private record Way(Set<DeliveryStatus> from, DeliveryMoves.Step step) {}

    @EventListener
    void follow(LinesMoved moved) {
        Map<Way, List<String>> ways = new LinkedHashMap<>();
        for (LineMoved line : moved.lines()) {
            if (line.route() != Route.STAFF_APP && line.key().startsWith("notice:")) {
                way(line).ifPresent(way -> ways.computeIfAbsent(way, w -> new ArrayList<>()).add(line.key()));
            }
        }
        ways.forEach((way, keys) -> moves.moveAll(keys, way.from(), way.step()));
    }

    private static Optional<Way> way(LineMoved line) {
        return line.route() == Route.OWNER_CONFIRM ? byOwner(line) : byHand(line);
    }

    private static Optional<Way> byOwner(LineMoved line) {
        return switch (line.state()) {
            case TASK_CREATED -> Optional.of(way(EnumSet.of(DeliveryStatus.QUEUED, DeliveryStatus.UNKNOWN), DeliveryStatus.TASK_CREATED, line));
            case UNKNOWN -> Optional.of(way(EnumSet.of(DeliveryStatus.QUEUED), DeliveryStatus.UNKNOWN, line));
            case FAILED -> Optional.of(way(those(DeliveryStatus::isOpen), DeliveryStatus.FAILED, line));
            // A task that was stopped to be handed over leaves its groups to a person.
            case CANCELLED -> Optional.of(way(those(s -> s.isOpen() && s != DeliveryStatus.WAIT_MANUAL), DeliveryStatus.CANCELLED, line));
            // What WeCom reports as sent is sent, whatever was believed before.
            case SENT -> Optional.of(way(those(s -> s != DeliveryStatus.SENT), DeliveryStatus.SENT, line));
            case WAITING, SENDING, STAGED -> Optional.empty();
        };
    }

    private static Way way(Set<DeliveryStatus> from, DeliveryStatus to, LineMoved line) {
        boolean sent = to == DeliveryStatus.SENT;
        return new Way(from, new DeliveryMoves.Step(
                to, line.reason(), line.vendorRef(), line.at(), sent ? line.at() : null, sent ? line.by() : null, null));
    }

    /** A prepared line, posted from the sidebar by whoever tapped. */
    private static Optional<Way> byHand(LineMoved line) {
        if (line.state() == LineState.SENT) {
            return Optional.of(new Way(those(s -> !s.isThere()), new DeliveryMoves.Step(
                    DeliveryStatus.MANUAL, null, null, line.at(), line.at(), line.by(), Texts.of("notice.proof.sidebar"))));
        }
        return line.state() == LineState.CANCELLED
                ? Optional.of(new Way(those(DeliveryStatus::isOpen), DeliveryMoves.Step.of(DeliveryStatus.CANCELLED, line.at())))
                : Optional.empty();
    }

    private static Set<DeliveryStatus> those(Predicate<DeliveryStatus> wanted) {
        return Stream.of(DeliveryStatus.values()).filter(wanted).collect(Collectors.toSet());
    }
}
