package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PresenceMapper {

    void look(long ticketId, long staffId, Instant since, Instant now, Instant stale);

    List<LookerRow> findFresh(long ticketId, Instant stale);

    int forget(Instant before);
}
