package linli.bot.routing;

import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;

/**
 * A line of the 权责清单.
 *
 * @param id null when nobody is listed for the category
 * @param areaId a building or grid; null for the whole community
 * @param unitId the 承办单位; null when the community sees to it itself
 * @param urgency at least this urgent; null as it was read
 * @param respondMinutes null by urgency
 * @param resolveMinutes null by urgency
 * @param calendar how the two count
 * @param legalNote the rule it rests on; null when none
 */
public record Responsibility(
        Long id,
        Category category,
        Long areaId,
        Long unitId,
        Urgency urgency,
        Integer respondMinutes,
        Integer resolveMinutes,
        CountedIn calendar,
        String legalNote) {

    static Responsibility ofNobody(Category category) {
        return new Responsibility(null, category, null, null, null, null, null, CountedIn.WORK, null);
    }
}
