package linli.bot.wecom.callback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.time.MachineClock;
import linli.bot.time.Pending;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.WeComProperties;
import linli.bot.wecom.Worker;
import org.springframework.stereotype.Component;

/** Handles the events that were accepted, oldest first. An event nobody handles is simply done. */
@Component
@ConditionalOnReceiving
class EventWorker extends Worker implements Pending {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIDY = Duration.ofHours(1);

    private final WeComEvents events;
    private final List<EventHandler> handlers;
    private final Duration retention;
    private final MachineClock machine;
    private volatile Instant tidyAt = Instant.EPOCH;

    EventWorker(
            WeComEvents events, List<EventHandler> handlers, WeComProperties properties, MachineClock machine, MeterRegistry meters) {
        super("events", PAUSE);
        this.events = events;
        this.handlers = handlers;
        this.retention = properties.eventRetention();
        this.machine = machine;
        Gauge.builder("linli.wecom.events.quarantined", events, WeComEvents::quarantined).register(meters);
    }

    @Override
    protected boolean work() {
        Optional<WeComEvent> claimed = events.claim();
        claimed.ifPresent(this::handle);
        if (claimed.isEmpty()) {
            tidy();
        }
        return claimed.isPresent();
    }

    private void handle(WeComEvent event) {
        try {
            for (EventHandler handler : handlers) {
                if (handler.handles(event)) {
                    handler.handle(event);
                }
            }
            events.done(event);
        } catch (Exception e) {
            events.failed(event, e);
        }
    }

    private void tidy() {
        if (!machine.now().isBefore(tidyAt)) {
            events.forgetOlderThan(retention);
            tidyAt = machine.now().plus(TIDY);
        }
    }

    @Override
    public String name() {
        return "wecom-events";
    }

    @Override
    public boolean isAtRest(Instant now) {
        return !events.isAnyWaiting();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.empty();
    }
}
