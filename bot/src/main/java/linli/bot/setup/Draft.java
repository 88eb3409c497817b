package linli.bot.setup;

import java.util.List;
import java.util.Set;
import linli.bot.community.AreaKind;
import linli.bot.community.GroupKind;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.routing.CountedIn;
import linli.bot.staff.Role;

/** A community as the spreadsheet describes it, things named by their codes. */
record Draft(
        List<AreaLine> areas,
        List<GroupLine> groups,
        List<StaffLine> staff,
        List<UnitLine> units,
        List<ResponsibilityLine> responsibilities,
        List<DutyEntry> duty,
        List<FaqLine> faqs) {

    record AreaLine(String code, AreaKind kind, String name, String number, String parent, int households) {}

    record GroupLine(String name, GroupKind kind, String area, String owner, String backup) {}

    record StaffLine(String userid, String name, String nickname, Set<Role> roles, String grid, String unit) {}

    record UnitLine(String code, String name, String phone) {}

    record ResponsibilityLine(
            Category category, String area, String unit, Urgency urgency, Integer respond, Integer resolve, CountedIn counted, String legal) {}

    /** @param weekday 1 to 7; null for every day */
    record DutyEntry(Integer weekday, int step, String grid, String userid) {}

    record FaqLine(String title, List<String> keywords, String answer, boolean approved) {}
}
