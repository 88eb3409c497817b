package linli.bot.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import linli.bot.time.Pending;
import linli.bot.time.Sweep;
import linli.bot.time.TimeTravel;
import org.springframework.stereotype.Component;

/** Moves the community's time and lets every due thing happen on the way, in order. */
@Component
class Rehearsal implements TimeTravel {

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Timetable timetable;
    private final List<Pending> pending;
    private final ClockStore store;
    private final CommunityClock clock;
    private final Map<String, Instant> kept = new HashMap<>();

    Rehearsal(Timetable timetable, List<Pending> pending, ClockStore store, CommunityClock clock) {
        this.timetable = timetable;
        this.pending = pending;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized Instant moveTo(Instant to, boolean hold, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        if (to.isAfter(clock.now())) {
            // The last move has come to rest; only what people did since then is still to happen at its moment.
            if (!busyPlaces().isEmpty()) {
                settleUntil(deadline);
            }
            Optional<Instant> stop = nextStop(clock.now(), to);
            while (stop.isPresent()) {
                store.move(stop.get(), true);
                settleUntil(deadline);
                stop = nextStop(clock.now(), to);
            }
        }
        store.move(to, hold);
        settleUntil(deadline);
        return clock.now();
    }

    @Override
    public synchronized void settle(Duration patience) {
        settleUntil(System.nanoTime() + patience.toNanos());
    }

    private Optional<Instant> nextStop(Instant now, Instant end) {
        return Stream.concat(
                        timetable.sweeps().stream().map(sweep -> sweep.nextDue().apply(now)),
                        pending.stream().map(place -> place.nextDue(now)))
                .flatMap(Optional::stream)
                .filter(due -> due.isAfter(now) && !due.isAfter(end))
                .min(Instant::compareTo);
    }

    /**
     * At rest means that every place was at rest, then no sweep found anything to do, and every place still was. Where nothing
     * has moved at all, the second look would see what the first saw.
     */
    private void settleUntil(long deadline) {
        String busy = busyPlaces();
        boolean moved = !busy.isEmpty();
        while (true) {
            if (busy.isEmpty()) {
                busy = runSweeps();
                moved |= !busy.isEmpty();
                busy += moved ? busyPlaces() : "";
            }
            if (busy.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("still busy: " + busy);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
            busy = busyPlaces();
        }
    }

    private String runSweeps() {
        StringBuilder busy = new StringBuilder();
        for (Sweep sweep : timetable.sweeps()) {
            if (isTime(sweep) && sweep.run().getAsInt() > 0) {
                busy.append(sweep.name()).append(' ');
            }
        }
        return busy.toString();
    }

    /** Housekeeping keeps its own pace also here: nobody waits for it, and a night has hundreds of stops. */
    private boolean isTime(Sweep sweep) {
        if (!sweep.housekeeping()) {
            return true;
        }
        Instant now = clock.now();
        Instant last = kept.get(sweep.name());
        if (last != null && Duration.between(last, now).abs().compareTo(sweep.every()) < 0) {
            return false;
        }
        kept.put(sweep.name(), now);
        return true;
    }

    private String busyPlaces() {
        StringBuilder busy = new StringBuilder();
        for (Pending place : pending) {
            if (!place.isAtRest(clock.now())) {
                busy.append(place.name()).append(' ');
            }
        }
        return busy.toString();
    }
}
