package linli.bot.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import linli.bot.parsing.Category;

/**
 * The list page's question; null means any.
 *
 * @param text words of place, matter, number, result or of what residents said; all of them
 * @param ownerId only this person's
 * @param before id of the last row of the page before; null for the first page
 * @param limit rows of a page, 1 to 200
 */
public record TicketFilter(
        Group group, Long gridId, String building, Category category, String text, Long ownerId, Long chatGroupId, Long before, int limit) {

    /** 待受理, 办理中, 今日到期, 超期, 已办结, 线索; 未结, everything open; and 全部, all but guesses. */
    public enum Group { WAITING, WORKING, DUE_TODAY, OVERDUE, FINISHED, CANDIDATES, OPEN, ALL }

    private static final int MOST_WORDS = 5;

    public static final TicketFilter ALL = new TicketFilter(null, null, null, null, null, null, null, null, 50);

    public TicketFilter {
        limit = Math.max(1, Math.min(limit, 200));
        text = text == null || text.isBlank() ? null : text.strip();
        building = building == null || building.isBlank() ? null : building.strip();
    }

    public static TicketFilter of(Group group) {
        return new TicketFilter(group, null, null, null, null, null, null, null, 50);
    }

    public TicketFilter after(Long lastId) {
        return new TicketFilter(group, gridId, building, category, text, ownerId, chatGroupId, lastId, limit);
    }

    /** The words that are looked for, lower case; all of them have to be found. */
    List<String> words() {
        return text == null ? List.of() : Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).distinct().limit(MOST_WORDS).toList();
    }
}
