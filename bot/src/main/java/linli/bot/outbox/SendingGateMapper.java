package linli.bot.outbox;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SendingGateMapper {

    SendingGate.Closed findClosed();

    /** @return 0 when it is closed already */
    int close(@Param("closed") String closed, @Param("reason") String reason, @Param("name") String name, @Param("at") Instant at);

    int open();

    /** What waits for an owner may have been sent before: it is looked for before it is sent. */
    int doubt();

    Mark lockMark();

    /** PostgreSQL's own id and time line. */
    String cluster();

    String database();

    /** @return the database's time that was noted */
    Instant alive(String cluster);

    /** @param aliveAt null before the first start */
    record Mark(int id, String cluster, Instant aliveAt) {}
}
