package linli.bot.once;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

/** SQL of the keys. */
@Mapper
interface OnceMapper {

    int claim(String actor, String key, Instant now, Instant dead);

    boolean isDone(String actor, String key);

    void finish(String actor, String key);

    void release(String actor, String key);

    int forget(Instant before);
}
