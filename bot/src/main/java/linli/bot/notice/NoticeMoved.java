package linli.bot.notice;

/** A notice changed its state. */
record NoticeMoved(long noticeId, NoticeAction action, NoticeStatus from, NoticeStatus to, String actor) {}
