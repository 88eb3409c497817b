package linli.bot.welcome;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface WelcomeMapper {

    Instant lastSaid(long groupId, Instant before);

    /** One that is due already stays as it is. */
    void want(long groupId, Instant dueAt);

    List<Long> due(Instant now);

    /** Whoever gets 1 says it. */
    int claim(long groupId, Instant now);

    void postpone(long groupId, Instant dueAt);

    Instant nextDue();
}
