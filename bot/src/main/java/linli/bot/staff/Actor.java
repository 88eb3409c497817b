package linli.bot.staff;

import java.util.Set;

/**
 * Who does something: a person of the staff, a resident, or the system.
 *
 * @param ref userid, member id, or {@code system}
 * @param name as history shows it; for a resident the masked nickname
 * @param staffId null unless staff
 */
public record Actor(String ref, String name, Long staffId, Set<Role> roles, Long gridId, Long unitId) {

    public static final Actor SYSTEM = new Actor("system", "", null, Set.of(Role.SYSTEM), null, null);

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor resident(String memberId, String maskedName) {
        return new Actor(memberId, maskedName, null, Set.of(Role.RESIDENT), null, null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** What this person's queries may find. */
    public DataScope scope() {
        if (is(Role.SYSTEM) || is(Role.DESK) || is(Role.LEADER)) {
            return DataScope.COMMUNITY;
        }
        if (is(Role.GRID) && gridId != null) {
            return DataScope.ofGrid(gridId);
        }
        if (is(Role.UNIT) && unitId != null) {
            return DataScope.ofUnit(unitId);
        }
        return DataScope.NOTHING;
    }
}
