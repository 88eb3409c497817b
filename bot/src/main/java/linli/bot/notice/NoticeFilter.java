package linli.bot.notice;

import java.util.Set;

/**
 * Which notices a list shows, newest first.
 *
 * @param statuses empty: all
 * @param topic null: all
 * @param before only notices older than this id; null: from the newest
 */
public record NoticeFilter(Set<NoticeStatus> statuses, NoticeTopic topic, Long before, int most) {

    public static NoticeFilter latest(int most) {
        return new NoticeFilter(Set.of(), null, null, most);
    }
}
