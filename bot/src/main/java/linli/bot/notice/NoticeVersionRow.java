package linli.bot.notice;

import java.time.Instant;

/** A row of {@code notice_version}, its arrays comma-joined by the query. */
record NoticeVersionRow(
        long noticeId,
        int version,
        String text,
        String textHash,
        String audience,
        String groups,
        int people,
        String groupsAdded,
        String groupsGone,
        String attachments,
        Instant createdAt) {

    NoticeVersion toVersion() {
        return new NoticeVersion(
                noticeId, version, text, textHash, audience, NoticeRow.longs(groups), people, NoticeRow.longs(groupsAdded),
                NoticeRow.longs(groupsGone), NoticeRow.longs(attachments), createdAt);
    }
}
