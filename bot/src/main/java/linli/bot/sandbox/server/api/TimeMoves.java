package linli.bot.sandbox.server.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import linli.bot.time.TimeTravel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves the community's clock, one move at a time, and waits until everything that fell due on the way is done. */
@Component
public class TimeMoves {

    private static final Logger LOG = LoggerFactory.getLogger(TimeMoves.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Surroundings surroundings;
    private final ApplicationEventPublisher events;
    private final ReentrantLock moving = new ReentrantLock(true);

    TimeMoves(Surroundings surroundings, ApplicationEventPublisher events) {
        this.surroundings = surroundings;
        this.events = events;
    }

    public Instant now() {
        surroundings.clockStore().refresh();
        return surroundings.community().now();
    }

    public boolean isHeld() {
        return surroundings.clockStore().isHeld();
    }

    /**
     * @return the community's time when everything is at rest
     * @throws Refused 503 when it does not come to rest in time
     */
    public Instant moveTo(Instant to, boolean hold) {
        moving.lock();
        try {
            Optional<TimeTravel> travel = surroundings.travel().get();
            if (travel.isEmpty()) {
                surroundings.clockStore().move(to, hold);
            } else {
                travel.get().moveTo(to, hold, PATIENCE);
            }
            events.publishEvent(new ClockMoved());
            return now();
        } catch (IllegalStateException e) {
            LOG.warn("the clock's move did not come to rest: {}", e.getMessage());
            throw new Refused(503, Texts.of("sandbox.notAtRest", e.getMessage()), List.of());
        } finally {
            moving.unlock();
        }
    }

    /** Goes there without living through what lies between; what fell due meanwhile is done late. Never back. */
    public void skipTo(Instant to) {
        if (to.isAfter(now())) {
            surroundings.clockStore().move(to, true);
            moveTo(to, true);
        }
    }

    /** Back to the machine's own time. */
    public Instant backToReal() {
        return moveTo(surroundings.machine().now(), false);
    }

    /** Somebody moved the clock. */
    public record ClockMoved() {}
}
