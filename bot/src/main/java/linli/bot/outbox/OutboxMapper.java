package linli.bot.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface OutboxMapper {

    Long insert(Draft draft, Instant now);

    void insertAll(@Param("lines") Addressees lines, @Param("now") Instant now);

    long idOf(String key);

    List<Line> cancelWaiting(List<String> keys);

    Instant lastUnsolicited(String chatId, long lagSeconds);

    Instant lastHeard(String chatId);

    boolean hasSaid(String chatId, String beginning);

    int countUnsolicited(String chatId, Instant since);

    List<Share> shares(List<String> chatIds, Instant from, Instant to);

    Line find(long id);

    List<Line> findAll(List<Long> ids);

    List<Line> findStaged(List<String> chatIds);

    List<String> tasksOfOthers(String target, String batch, Instant since);

    List<OpenTask> findOpenTasks();

    List<LineCount> counts();

    List<Line> findTroubled();

    Line markPosted(long id, String by, Instant at);

    Line markConfirmed(String vendorRef, String chatId, Instant at);

    Line markRefused(String vendorRef, String chatId, String reason);

    /** @param resting routes that take nothing now */
    List<OutgoingMessage> claim(String sender, Instant now, int leaseSeconds, Collection<Route> resting);

    List<Line> settle(@Param("brought") Settlement brought, @Param("sender") String sender, @Param("sentAt") Instant sentAt);

    void putBack(List<Long> ids, String sender, int seconds, boolean counted, String failure);

    List<OutgoingMessage> claimUnknown(String sender, int leaseSeconds);

    void leaveUnknown(long id, String sender, int seconds);

    List<OutgoingMessage> findAbandoned();

    Line abandon(long id, LineState state, String failure);

    List<Line> markStopped(String vendorRef);

    int countReady(Instant now, Collection<Route> resting);

    int countSending();

    Instant nextDue(Instant now);

    List<Line> findOfThisTransaction();
}
