package linli.bot.community;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ChatGroupMapper {

    ChatGroup find(long id);

    ChatGroup findByExternalId(String chatId);

    List<ChatGroup> findAll();

    List<ChatGroup> findBoundTo(List<Long> areaIds);

    int announceAgain(String name, GroupKind kind, Long areaId, Long gridId, String owner, String backup);

    void announce(String name, GroupKind kind, Long areaId, Long gridId, String owner, String backup);

    int update(String chatId, String name, String owner, int memberCount);

    int claimAnnounced(String chatId, String name, String owner, int memberCount);

    int insertUnbound(String chatId, String name, String owner, int memberCount);

    void bind(long id, GroupKind kind, Long areaId, Long gridId, String backup);

    void dismiss(String chatId);

    void heard(String chatId, Instant at);

    int claimReminder(long id, Instant now, Instant since);
}
