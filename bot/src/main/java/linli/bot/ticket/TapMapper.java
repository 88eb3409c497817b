package linli.bot.ticket;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface TapMapper {

    String snapshot(long ticketId);

    void insert(long eventId, long ticketId, String actorRef, Instant until, String before);

    TapRow find(long eventId);

    Long findOpen(long ticketId, String actorRef, Instant now);

    void restore(long ticketId, long eventId, Instant now);

    void markUndone(long eventId, Instant now);
}
