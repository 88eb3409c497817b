package linli.bot.notice;

import java.time.Instant;

/** A line of a notice's history. */
public record NoticeEvent(
        long id, Instant at, String actor, String actorName, NoticeAction action, NoticeStatus fromStatus, NoticeStatus toStatus, String note) {}
