package linli.bot.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ToldMapper {

    StoredMessage findByVendorId(String msgId);

    List<Long> searchNewest(String words, int newest, int most);

    /** @param since only lines with a greater id; 0 for all */
    List<Long> searchAll(String words, long since, int most);

    long lastId();

    List<StoredMessage> findByIds(List<Long> ids);

    List<StoredMessage> findBetween(String chatId, Instant from, Instant to);

    List<StoredMessage> findLastOf(String chatId, String senderId, Instant since, long beforeId);

    List<StoredMessage> findRetained(String chatId, Instant from, long afterId, int most);

    int countRetained(String chatId, Instant since);

    void keep(List<Long> ids);

    void recall(String msgId, Instant at);

    void show(long messageId, String masked);

    Told.Reading findReading(long messageId);

    void storeReadings(List<Told.Reading> readings);

    List<Told.Quarantined> findQuarantined();

    Told.Backlog backlog();

    int forgetBefore(Instant before);
}
