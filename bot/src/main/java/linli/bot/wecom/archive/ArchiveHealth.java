package linli.bot.wecom.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import linli.bot.text.Texts;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.WeComProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far behind the talk we are: when the archive last answered, whether more waits there, what was set aside. */
@Component("archiveHealthIndicator")
@ConditionalOnReceiving
class ArchiveHealth implements HealthIndicator {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final ObjectProvider<ArchiveSource> source;
    private final ArchiveStore store;
    private final MachineClock machine;
    private final Instant startedAt;
    private final Duration late;

    ArchiveHealth(
            ObjectProvider<ArchiveSource> source,
            ArchiveStore store,
            WeComProperties properties,
            MachineClock machine,
            MeterRegistry meters) {
        this.source = source;
        this.store = store;
        this.machine = machine;
        this.startedAt = machine.now();
        Duration fivePolls = properties.archivePoll().multipliedBy(5);
        this.late = fivePolls.compareTo(LATE) > 0 ? fivePolls : LATE;
        Gauge.builder("linli.archive.lag", this, ArchiveHealth::lagSeconds).baseUnit("seconds").register(meters);
        Gauge.builder("linli.archive.quarantined", this, ArchiveHealth::quarantined).register(meters);
    }

    @Override
    public Health health() {
        ArchiveSource present = source.getIfAvailable();
        if (present == null) {
            return Health.unknown().withDetail("meaning", Texts.of("wecom.health.no-archive")).build();
        }
        Optional<CursorRow> cursor = store.cursor(present.name());
        Duration lag = lag(cursor);
        Health.Builder health = lag.compareTo(late) > 0 ? Health.down() : Health.up();
        health.withDetail("lagSeconds", lag.toSeconds()).withDetail("quarantined", store.countQuarantined(present.name()));
        cursor.ifPresent(row -> health.withDetail("behind", row.behind()).withDetail("seq", row.seq()));
        return health.build();
    }

    private Duration lag(Optional<CursorRow> cursor) {
        return cursor.map(CursorRow::lagSeconds)
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.between(startedAt, machine.now()));
    }

    private double lagSeconds() {
        ArchiveSource present = source.getIfAvailable();
        return present == null ? Double.NaN : lag(store.cursor(present.name())).toMillis() / 1000.0;
    }

    private double quarantined() {
        ArchiveSource present = source.getIfAvailable();
        return present == null ? 0 : store.countQuarantined(present.name());
    }
}
