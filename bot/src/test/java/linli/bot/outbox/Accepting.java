package linli.bot.outbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that accepts at once and does nothing. */
final class Accepting implements Channel {

    private final Route route;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger lines = new AtomicInteger();

    Accepting(Route route) {
        this.route = route;
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public boolean repeatsSafely() {
        return false;
    }

    @Override
    public List<Receipt> send(List<OutgoingMessage> handed) {
        Receipt receipt = Receipt.taskCreated("task" + calls.incrementAndGet());
        lines.addAndGet(handed.size());
        return handed.stream().map(line -> receipt).toList();
    }

    @Override
    public Optional<Receipt> lookUp(OutgoingMessage line) {
        return Optional.empty();
    }

    int calls() {
        return calls.get();
    }

    int lines() {
        return lines.get();
    }
}
