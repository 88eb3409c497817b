package linli.bot.outbox;

import java.util.List;

/** Lines changed their state, those of one hand-over together. */
public record LinesMoved(List<LineMoved> lines) {

    public LinesMoved {
        lines = List.copyOf(lines);
    }
}
