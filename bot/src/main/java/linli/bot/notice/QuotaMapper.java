package linli.bot.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface QuotaMapper {

    /** What the platform said of one group's month. */
    record Reported(long chatGroupId, int received, boolean spent) {}

    List<Reported> find(Collection<Long> groupIds, LocalDate month);

    void received(long groupId, LocalDate month, int received, Instant now);

    void spent(long groupId, LocalDate month, Instant now);
}
