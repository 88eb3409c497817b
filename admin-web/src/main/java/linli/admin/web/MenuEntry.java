package linli.admin.web;

import java.util.Set;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;

/** The places of the console, in the order in which they stand. Who sees an entry is who may open it. */
enum MenuEntry {
    DESK("/desk", Role.GRID, Role.DESK, Role.CLERK, Role.REVIEWER, Role.UNIT, Role.LEADER, Role.ADMIN, Role.AUDITOR),
    TICKETS("/tickets", Role.GRID, Role.DESK, Role.UNIT, Role.LEADER),
    CANDIDATES("/candidates", Role.GRID, Role.DESK),
    NOTICES("/notices", Role.CLERK, Role.REVIEWER, Role.GRID, Role.DESK, Role.LEADER),
    WHISTLES("/whistles", Role.GRID, Role.DESK, Role.UNIT, Role.LEADER),
    GROUPS("/groups", Role.GRID, Role.DESK, Role.LEADER, Role.ADMIN),
    PARSER("/parser", Role.DESK, Role.LEADER, Role.ADMIN),
    RESPONSIBILITIES("/responsibilities", Role.GRID, Role.DESK, Role.LEADER, Role.ADMIN),
    CALENDAR("/calendar", Role.DESK, Role.LEADER, Role.ADMIN),
    STAFF("/staff", Role.ADMIN),
    STATUS("/status", Role.ADMIN, Role.DESK, Role.LEADER, Role.AUDITOR),
    AUDIT("/audit", Role.AUDITOR, Role.ADMIN),
    SETUP("/setup", Role.ADMIN);

    private final String path;
    private final Set<Role> roles;

    MenuEntry(String path, Role... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    String path() {
        return path;
    }

    /** As templates name it: {@code tickets}. */
    String key() {
        return path.substring(1);
    }

    String label() {
        return Texts.of("menu." + key());
    }

    boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::is);
    }
}
