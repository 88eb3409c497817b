package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import linli.bot.staff.Actor;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface TestSendMapper {

    int count(long noticeId);

    void insert(
            @Param("noticeId") long noticeId, @Param("groupId") long groupId, @Param("lineId") long lineId, @Param("actor") Actor actor, @Param("now") Instant now);

    List<TestSend> find(@Param("noticeId") long noticeId, @Param("most") int most);
}
