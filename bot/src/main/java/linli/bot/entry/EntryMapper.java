package linli.bot.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** SQL of the entries. */
@Mapper
interface EntryMapper {

    void insert(@Param("e") EntryRow entry);

    EntryRow find(long ticketId);

    Long ticketOf(String key, long staffId);

    List<Long> search(String words, int most);

    void insertPhoto(@Param("id") UUID id, @Param("ticketId") long ticketId, @Param("at") Instant at, @Param("image") byte[] image);

    List<String> photosOf(long ticketId);

    PhotoRow photo(@Param("ticketId") long ticketId, @Param("id") UUID id);

    int forgetPhotos(Instant before);

    record PhotoRow(byte[] image) {}
}
