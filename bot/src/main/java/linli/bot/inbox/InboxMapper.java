package linli.bot.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface InboxMapper {

    void insert(List<NewMessage> rows);

    void openLanes(List<String> chats);

    String claimLane(String worker, int leaseSeconds);

    int holdLane(String chatId, String worker, int leaseSeconds);

    void restLane(String chatId, String worker, int seconds);

    void leaveLane(String chatId, String worker);

    List<StoredMessage> next(String chatId, int limit);

    List<WaitingLine> oldestUnhandled(Collection<String> chatIds);

    void finish(List<Finished> lines);

    int fail(long id, String failure, int limit);

    int release(String chatId, Instant since, Instant freshSince);

    void giveUpHeld(String chatId);

    String retry(long id);

    int countUnhandled();

    int countBusyLanes();
}
