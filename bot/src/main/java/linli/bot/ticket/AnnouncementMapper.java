package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AnnouncementMapper {

    void want(long ticketId, String chatId, String reason, Long messageId, long eventId, Instant dueAt, boolean solicited);

    List<Announcement> due(Instant now);

    Announcement dueIn(String chatId, Instant until);

    Instant nextIn(String chatId);

    List<Announcement> sameMessage(String chatId, long messageId, Instant now);

    List<Announcement> overBudget(String chatId, Instant now);

    int holdChat(String chatId);

    Announcement lock(long id);

    Announcement openOf(long ticketId);

    void postpone(long id, Instant dueAt, boolean overBudget);

    void hold(long ticketId, Instant until);

    /** Whether the group heard of the ticket after that row of its history. */
    boolean toldSince(long ticketId, long eventId);

    void retract(long ticketId, String reason, Instant at);

    List<Long> linesOf(long ticketId, String reason, Instant since);

    void told(long id, Instant at, long lineId);

    void drop(long id, Instant at);

    Instant nextDue(Instant after);
}
