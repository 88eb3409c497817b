package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import linli.bot.staff.Actor;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SelectionMapper {

    List<Row> findAll();

    Row find(long id);

    /** @return null when the name is taken */
    Long insert(@Param("name") String name, @Param("audience") AudienceColumns audience, @Param("actor") Actor actor, @Param("now") Instant now);

    int change(@Param("id") long id, @Param("audience") AudienceColumns audience);

    int remove(@Param("id") long id, @Param("now") Instant now);

    List<Long> findSubscribed(NoticeTopic topic);

    void subscribe(@Param("groupId") long groupId, @Param("topic") NoticeTopic topic, @Param("actor") Actor actor, @Param("now") Instant now);

    void unsubscribe(@Param("groupId") long groupId, @Param("topic") NoticeTopic topic);

    List<Share> countSubscribed();

    record Share(NoticeTopic topic, int groups) {}

    /** Its arrays comma-joined by the query. */
    record Row(
            long id, String name, String audienceKind, String audienceAreas, boolean gridGroups, String audienceExcept, String madeName, Instant madeAt,
            boolean removed) {

        Selection toSelection() {
            return new Selection(
                    id, name, AudienceColumns.read(audienceKind, NoticeRow.longs(audienceAreas), gridGroups, NoticeRow.longs(audienceExcept), null),
                    madeName, madeAt, removed);
        }
    }
}
