package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import linli.bot.staff.Actor;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface RefusedWordMapper {

    List<RefusedWord> findInForce();

    List<RefusedWord> findRemoved(int most);

    /** @return 0 when the word is there already */
    int insert(@Param("word") String word, @Param("plain") String plain, @Param("reason") String reason, @Param("actor") Actor actor, @Param("now") Instant now);

    /** @return 0 when it was taken off before */
    int remove(@Param("id") long id, @Param("actor") Actor actor, @Param("now") Instant now);
}
