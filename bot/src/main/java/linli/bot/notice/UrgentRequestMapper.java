package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import linli.bot.staff.Actor;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface UrgentRequestMapper {

    /** @return 0 when one is open */
    int insert(@Param("noticeId") long noticeId, @Param("reason") String reason, @Param("actor") Actor actor, @Param("now") Instant now);

    UrgentRequest findLatest(long noticeId);

    List<UrgentRequest> findOpen();

    /** @return 0 when none is open */
    int answer(
            @Param("noticeId") long noticeId, @Param("granted") boolean granted, @Param("note") String note, @Param("name") String name,
            @Param("now") Instant now);
}
