package linli.bot.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the reader remembers of each group from one line to the next, in the reader's own form. Nothing is kept longer than it helps. */
@Component
@Transactional
public class GroupMemory {

    private static final Duration KEPT = Duration.ofHours(48);

    private final GroupMemoryMapper mapper;
    private final CommunityClock clock;

    GroupMemory(GroupMemoryMapper mapper, CommunityClock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public Optional<String> of(long chatGroupId) {
        return Optional.ofNullable(mapper.find(chatGroupId));
    }

    /** @param state JSON */
    public void remember(long chatGroupId, String state, Instant at) {
        mapper.store(chatGroupId, state, at);
    }

    public void forget(long chatGroupId) {
        mapper.forget(chatGroupId);
    }

    /** Drops what no line will need any more. @return how many groups were forgotten */
    public int forgetExpired() {
        return mapper.forgetBefore(clock.now().minus(KEPT));
    }
}
