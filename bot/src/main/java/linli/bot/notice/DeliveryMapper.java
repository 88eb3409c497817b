package linli.bot.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DeliveryMapper {

    void insertAll(@Param("rows") NewDeliveries rows, @Param("now") Instant now);

    Delivery find(long id);

    List<Delivery> findOf(long noticeId);

    Long slowestSeconds(Collection<Long> groupIds, Instant since);

    List<Delivery> findWaitingForOwner(String owner);

    int move(long id, DeliveryStatus from, DeliveryStatus to, String reason, String vendorRef, Instant at, Instant sentAt, String doneBy, String proof);

    record Moved(long noticeId, long chatGroupId) {}

    List<Moved> moveAll(
            @Param("lineKeys") Collection<String> lineKeys, @Param("from") Collection<DeliveryStatus> from, @Param("step") DeliveryMoves.Step step);

    List<Long> findNotices(Collection<String> lineKeys);

    boolean isAnyOpen(long noticeId);

    void cancelByHand(long noticeId, int version, Instant at);

    List<Progress> progress(Collection<Long> noticeIds);

    List<TopicTotal> totals(Instant since);

    List<Delivery> findCreatedBefore(Instant before);

    void handTo(long id, String userid);

    List<Delivery> findUnsent();

    List<Delivery> findByTask(String vendorRef);

    List<String> findTasksToStop();

    void refuseStop(String vendorRef, String reason);

    Long lockTask(String vendorRef);

    int countReminders(String vendorRef, Instant since);

    long insertReminder(String vendorRef, Instant at, String actor);

    void deleteReminder(long id);
}
