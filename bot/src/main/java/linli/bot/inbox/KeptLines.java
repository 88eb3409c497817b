package linli.bot.inbox;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import linli.bot.memory.PerTransaction;
import org.springframework.stereotype.Component;

/** Lines that the running transaction gave to tickets. A line that it finishes as well is written once for both. */
@Component
class KeptLines {

    private final ToldMapper mapper;
    private final PerTransaction<Set<Long>> given = new PerTransaction<>(LinkedHashSet::new, this::write, ids -> { });

    KeptLines(ToldMapper mapper) {
        this.mapper = mapper;
    }

    void add(Collection<Long> ids) {
        given.get().addAll(ids);
    }

    /** Whether this line is to be kept; the caller writes it. */
    boolean take(long id) {
        return given.running().map(ids -> ids.remove(id)).orElse(false);
    }

    private void write(Set<Long> ids) {
        if (!ids.isEmpty()) {
            mapper.keep(List.copyOf(ids));
            ids.clear();
        }
    }
}
