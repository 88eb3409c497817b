package linli.bot.schedule;

import java.util.Comparator;
import java.util.List;
import linli.bot.time.Sweep;
import org.springframework.stereotype.Component;

/** Everything that happens by the clock, the most frequent first. Each feature brings its own sweeps. */
@Component
class Timetable {

    private final List<Sweep> sweeps;

    Timetable(List<Sweep> sweeps) {
        this.sweeps = sweeps.stream()
                .sorted(Comparator.comparing((Sweep sweep) -> sweep.every()).thenComparing(Sweep::name))
                .toList();
    }

    List<Sweep> sweeps() {
        return sweeps;
    }
}
