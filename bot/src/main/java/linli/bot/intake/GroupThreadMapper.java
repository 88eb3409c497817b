package linli.bot.intake;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface GroupThreadMapper {

    String find(long chatGroupId);

    void store(@Param("chatGroupId") long chatGroupId, @Param("state") String state, @Param("now") Instant now);

    void forget(long chatGroupId);
}
