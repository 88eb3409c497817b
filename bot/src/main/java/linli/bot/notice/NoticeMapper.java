package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface NoticeMapper {

    /** @return null when the form was saved before */
    Long insert(String formKey, String template, NoticeTopic topic, NoticeRow.Typed typed, Long corrects, Instant sendAt, String author, String authorName, Instant now);

    NoticeRow findByFormKey(String formKey);

    NoticeRow find(long id);

    NoticeRow findCorrectionOf(long id);

    NoticeRow lock(long id);

    void edit(long id, String template, NoticeTopic topic, NoticeRow.Typed typed, Instant sendAt, Instant now);

    int move(NoticeMoves.Change change);

    void insertEvent(long noticeId, Instant at, String actor, String actorName, NoticeAction action, NoticeStatus from, NoticeStatus to, String note);

    List<NoticeEvent> findEvents(long noticeId);

    void insertVersion(long noticeId, int version, String text, String textHash, String audience, Long[] groups, int people, Instant now);

    void submit(long id, int version, String effect, Instant activeFrom, Instant activeTo);

    NoticeVersionRow findVersion(long noticeId, int version);

    void noteDifference(long noticeId, int version, Long[] added, Long[] gone);

    List<NoticeRow> search(NoticeFilter filter);

    List<NoticeRow> findBetween(Instant from, Instant to);

    List<NoticeRow> findWaiting(String userid, boolean reviews, boolean writes, boolean answers);

    int countByStatus(NoticeStatus status);

    List<Long> findDue(Instant now, Instant holdFrom);

    void callRollAt(long id, Instant at);

    List<Long> findRollCalls(Instant now);

    int claimRollCall(long id, Instant now);

    Instant nextDue(Instant now, int holdSeconds);

    List<Long> findExpired(Instant now);

    boolean isAnyNear(String effect, Instant since, Instant until);

    List<ActiveNotice> findBearing(String effect, long areaId, Instant since, Instant until);

    List<ActiveNotice> findActive(String effect, long areaId, Instant at);
}
