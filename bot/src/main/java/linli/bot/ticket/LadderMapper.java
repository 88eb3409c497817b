package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface LadderMapper {

    void insert(long ticketId, Instant begunAt, Instant dueAt);

    List<Long> due(Instant now);

    Integer claim(long ticketId, Instant now);

    Instant begun(long ticketId);

    void next(long ticketId, Instant dueAt);

    void stop(long ticketId, Instant at);

    Instant nextDue(Instant after);

    Ladder find(long ticketId);
}
