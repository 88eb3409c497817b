package linli.bot.staff;

import java.util.Set;

/**
 * Somebody who works here.
 *
 * @param userid WeCom's userid and the login name
 * @param nickname as colleagues say it (小陈); null when none
 * @param gridId the grid of a 网格员
 * @param unitId the 承办单位 of a unit's contact
 */
public record Staff(
        long id, String userid, String name, String nickname, Set<Role> roles, Long gridId, Long unitId, boolean active) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    public Actor actor() {
        return new Actor(userid, name, id, roles, gridId, unitId);
    }
}
