package linli.bot.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that happens by the clock, for the screen that shows it. Implemented by the timetable. */
public interface TimedWork {

    List<Entry> entries();

    /**
     * @param what in Chinese
     * @param every how often it looks, by the machine's time
     * @param nextDue when there will be something to do, community time; null when nothing is foreseen
     */
    record Entry(String what, Duration every, Instant nextDue) {}
}
