package linli.bot.inbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ToldMapper {

    StoredMessage findByVendorId(String msgId);

    List<Long> searchNewest(String words, int newest, int most);

    List<Long> searchAll(String words, int most);

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
