package linli.bot.wecom.callback;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EventMapper {

    int insert(String digest, String kind, String change, String chatId, String body, Instant at);

    WeComEvent claim(String lease, Instant now, Instant until);

    int done(long id, String lease, Instant at);

    int failed(long id, String lease, String failure, Instant notBefore, int limit);

    boolean hasWaiting();

    long countQuarantined();

    int forget(Instant before);
}
