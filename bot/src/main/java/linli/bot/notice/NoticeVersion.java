package linli.bot.notice;

import java.time.Instant;
import java.util.List;

/**
 * The words of a notice as they were submitted.
 *
 * @param audience as people say it
 * @param groups ids of the chat groups meant at that moment
 * @param groupsAdded what the audience had gained by the time of sending
 * @param groupsGone what it had lost
 * @param attachments ids of what goes out beside the words
 */
public record NoticeVersion(
        long noticeId,
        int version,
        String text,
        String textHash,
        String audience,
        List<Long> groups,
        int people,
        List<Long> groupsAdded,
        List<Long> groupsGone,
        List<Long> attachments,
        Instant createdAt) {}
