package linli.bot.once;

import java.time.Duration;
import java.time.Instant;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which requests have been done already. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class Once {

    /** No request takes longer; whoever began it is dead. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** A telephone that was away longer asks the versions. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final OnceMapper mapper;
    private final MachineClock machine;

    Once(OnceMapper mapper, MachineClock machine) {
        this.mapper = mapper;
        this.machine = machine;
    }

    /** MINE: do it, then {@link #finish} or {@link #release}. DONE: it was done before. UNDER_WAY: ask again in a moment. */
    public enum Turn { MINE, DONE, UNDER_WAY }

    public Turn begin(String actor, String key) {
        Instant now = machine.now();
        if (mapper.claim(actor, key, now, now.minus(LONGEST)) > 0) {
            return Turn.MINE;
        }
        return mapper.isDone(actor, key) ? Turn.DONE : Turn.UNDER_WAY;
    }

    public void finish(String actor, String key) {
        mapper.finish(actor, key);
    }

    /** Nothing was changed; the same key may try again. */
    public void release(String actor, String key) {
        mapper.release(actor, key);
    }

    /** @return how many keys nobody will ask for any more */
    public int forget() {
        return mapper.forget(machine.now().minus(KEPT));
    }
}
