package linli.admin.rules;

import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.routing.CountedIn;
import linli.bot.routing.Responsibility;

/** A line of the 权责清单 as it is typed; what is empty is decided by urgency. */
record ResponsibilityForm(
        Category category,
        Long areaId,
        Long unitId,
        Urgency urgency,
        Integer respondMinutes,
        Integer resolveMinutes,
        CountedIn calendar,
        String legalNote) {

    static ResponsibilityForm of(Responsibility line) {
        return new ResponsibilityForm(
                line.category(), line.areaId(), line.unitId(), line.urgency(), line.respondMinutes(), line.resolveMinutes(), line.calendar(),
                line.legalNote());
    }

    Responsibility line() {
        return new Responsibility(
                null, category, areaId, unitId, urgency, respondMinutes, resolveMinutes, calendar == null ? CountedIn.WORK : calendar,
                legalNote == null || legalNote.isBlank() ? null : legalNote.strip());
    }
}
