package linli.bot.notice;

import java.time.Instant;

/**
 * The look that is taken afterwards at a notice that nobody reviewed before.
 *
 * @param publisher userid of who published it
 * @param dueAt the next working morning
 * @param proper whether urgency was justified; null while nobody has said
 */
public record UrgentReview(
        long noticeId, String publisher, Instant dueAt, String reviewer, String reviewerName, Boolean proper, String note, Instant reviewedAt) {

    public boolean isOpen() {
        return reviewedAt == null;
    }
}
