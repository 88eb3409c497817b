package linli.bot.inbox;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface GroupMemoryMapper {

    String find(long chatGroupId);

    void store(@Param("chatGroupId") long chatGroupId, @Param("state") String state, @Param("at") Instant at);

    void forget(long chatGroupId);

    int forgetBefore(Instant time);
}
