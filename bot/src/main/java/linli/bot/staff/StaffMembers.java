package linli.bot.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import linli.bot.problem.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here, and the units they work for. */
@Component
@Transactional
public class StaffMembers {

    private final StaffMapper mapper;

    StaffMembers(StaffMapper mapper) {
        this.mapper = mapper;
    }

    public Staff get(long id) {
        return Optional.ofNullable(mapper.find(id)).map(StaffRow::toStaff).orElseThrow(() -> new NotFound("problem.staff.missing"));
    }

    public Optional<Staff> findByUserid(String userid) {
        return Optional.ofNullable(mapper.findByUserid(userid)).map(StaffRow::toStaff);
    }

    public List<Staff> all() {
        return mapper.findAll().stream().map(StaffRow::toStaff).toList();
    }

    /** Active people in a role, of a grid when one is given. */
    public List<Staff> inRole(Role role, Long gridId) {
        return mapper.findInRole(role.name(), gridId).stream().map(StaffRow::toStaff).toList();
    }

    public List<Unit> units() {
        return mapper.findUnits();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(mapper.findUnit(code));
    }

    /** Adds or, by userid, changes a person. Does not touch the login. */
    public long put(String userid, String name, String nickname, Set<Role> roles, Long gridId, Long unitId) {
        return mapper.put(userid, name, nickname, roles.stream().map(Role::name).sorted().toArray(String[]::new), gridId, unitId);
    }

    /** Adds or, by code, changes a unit. */
    public long putUnit(String code, String name, String phone) {
        return mapper.putUnit(code, name, phone);
    }
}
