package linli.bot.routing;

import linli.bot.parsing.Urgency;

/** How fast an urgency is answered and resolved when the 权责清单 says nothing else. */
record ResponseClock(
        Urgency urgency,
        int respondMinutes,
        Integer respondOffMinutes,
        CountedIn respondCalendar,
        Integer resolveMinutes,
        CountedIn resolveCalendar) {}
