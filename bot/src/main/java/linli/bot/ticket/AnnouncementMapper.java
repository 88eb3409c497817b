package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AnnouncementMapper {

    void want(long ticketId, String chatId, String reason, Long messageId, long eventId, Instant dueAt, boolean solicited);

    List<Announcement> due(Instant now);

    List<Announcement> sameMessage(String chatId, long messageId);

    List<Announcement> overBudget(String chatId, Instant now);

    int holdChat(String chatId);

    Announcement lock(long id);

    Announcement openOf(long ticketId);

    void postpone(long id, Instant dueAt, boolean overBudget);

    void told(long id, Instant at, long lineId);

    void drop(long id, Instant at);

    Instant nextDue(Instant after);
}
