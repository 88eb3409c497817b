package linli.bot.ticket;

import java.util.List;

/**
 * A hot issue began, or more groups have it.
 *
 * @param chatGroupIds all groups that have it now
 */
public record HotIssueGrew(long ticketId, String matter, Long unitId, List<Long> chatGroupIds) {

    public HotIssueGrew {
        chatGroupIds = List.copyOf(chatGroupIds);
    }
}
