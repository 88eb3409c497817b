package linli.bot.wecom;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;

/** What became of our calls: counted for the metrics, the last error kept for the health page. */
@Component
@ConditionalOnWeCom
class Sightings {

    /** @param code WeCom's; null when no answer came */
    record Trouble(Integer code, Instant at) {}

    private final MeterRegistry meters;
    private final MachineClock machine;
    private final AtomicReference<Trouble> last = new AtomicReference<>();

    Sightings(MeterRegistry meters, MachineClock machine) {
        this.meters = meters;
        this.machine = machine;
    }

    void answered() {
        meters.counter("linli.wecom.calls", "outcome", "ok").increment();
    }

    void refused(int code) {
        last.set(new Trouble(code, machine.now()));
        meters.counter("linli.wecom.calls", "outcome", Integer.toString(code)).increment();
    }

    void silent() {
        last.set(new Trouble(null, machine.now()));
        meters.counter("linli.wecom.calls", "outcome", "no-answer").increment();
    }

    void refreshed() {
        meters.counter("linli.wecom.token.refreshes").increment();
    }

    Optional<Trouble> lastTrouble() {
        return Optional.ofNullable(last.get());
    }
}
