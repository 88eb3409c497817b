package linli.bot.staff;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of {@code staff}, its roles comma-joined by the query. */
record StaffRow(
        long id, String userid, String name, String nickname, String roles, Long gridId, Long unitId, boolean active) {

    Staff toStaff() {
        return new Staff(
                id,
                userid,
                name,
                nickname,
                Arrays.stream(roles.split(",")).filter(r -> !r.isEmpty()).map(Role::valueOf).collect(Collectors.toSet()),
                gridId,
                unitId,
                active);
    }
}
