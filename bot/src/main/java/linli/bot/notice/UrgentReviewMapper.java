package linli.bot.notice;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface UrgentReviewMapper {

    void insert(long noticeId, String publisher, Instant dueAt);

    UrgentReview find(long noticeId);

    List<UrgentReview> findOpen();

    List<UrgentReview> findUntold(Instant now);

    int markTold(long noticeId, Instant now);

    int review(long noticeId, String reviewer, String reviewerName, boolean proper, String note, Instant now);
}
