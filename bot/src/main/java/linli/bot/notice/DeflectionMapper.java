package linli.bot.notice;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DeflectionMapper {

    int countSaid(long noticeId, long groupId, ActiveNotice.Phase phase, Instant since);

    int insert(long messageId, long noticeId, long groupId, Instant at, ActiveNotice.Phase phase, boolean said);

    int count(long noticeId);
}
