package linli.bot.schedule;

import java.util.List;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.time.TimedWork;
import org.springframework.stereotype.Component;

/** The timetable as people read it; every line needs its words {@code sweep.<name>}. */
@Component
class TimetableBoard implements TimedWork {

    private final Timetable timetable;
    private final CommunityClock clock;

    TimetableBoard(Timetable timetable, CommunityClock clock) {
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries() {
        return timetable.sweeps().stream()
                .map(sweep -> new Entry(Texts.of("sweep." + sweep.name()), sweep.every(), sweep.nextDue().apply(clock.now()).orElse(null)))
                .toList();
    }
}
