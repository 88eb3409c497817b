package linli.bot.staff;

/**
 * A line of the roster.
 *
 * @param weekday 1 Monday to 7 Sunday; null for every day
 * @param step 0 the grid's worker, 1 community, 2 street, 3 leader
 * @param gridId the grid of step 0; null for the others
 */
public record DutyLine(Integer weekday, int step, Long gridId, long staffId) {}
