package linli.bot.wecom.callback;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EventMapper {

    int insert(String digest, String kind, String change, String chatId, String body);

    WeComEvent claim(String lease, long seconds);

    int done(long id, String lease);

    int failed(long id, String lease, String failure, long seconds, int limit);

    boolean hasWaiting();

    long countQuarantined();

    int forget(long seconds);
}
