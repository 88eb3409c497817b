package linli.bot.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.audit.AuditLog;
import linli.bot.memory.Remembered;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here, and the units they work for. */
@Component
@Transactional
public class StaffMembers {

    private final StaffMapper mapper;
    private final AuditLog audit;
    private final Remembered remembered;

    StaffMembers(StaffMapper mapper, AuditLog audit, MachineClock machine) {
        this.mapper = mapper;
        this.audit = audit;
        this.remembered = new Remembered(machine);
    }

    public Staff get(long id) {
        return Optional.ofNullable(mapper.find(id)).map(StaffRow::toStaff).orElseThrow(() -> new NotFound("problem.staff.missing"));
    }

    public Optional<Staff> findByUserid(String userid) {
        return Optional.ofNullable(mapper.findByUserid(userid)).map(StaffRow::toStaff);
    }

    /** Who of the staff says something in a group; empty for a resident. Asked at every line, so remembered, and no proof for a login. */
    public Optional<Staff> speaking(String userid) {
        Map<String, Staff> known = remembered.get("all", () -> all().stream().collect(Collectors.toMap(Staff::userid, Function.identity())));
        return Optional.ofNullable(known.get(userid));
    }

    public List<Staff> all() {
        return mapper.findAll().stream().map(StaffRow::toStaff).toList();
    }

    /** Active people in a role, of a grid when one is given. */
    public List<Staff> inRole(Role role, Long gridId) {
        return remembered.get(
                new InRole(role, gridId), () -> mapper.findInRole(role.name(), gridId).stream().map(StaffRow::toStaff).toList());
    }

    private record InRole(Role role, Long gridId) {}

    public List<Unit> units() {
        return mapper.findUnits();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(mapper.findUnit(code));
    }

    /** Adds or, by userid, changes a person. Does not touch the login. */
    public long put(String userid, String name, String nickname, Set<Role> roles, Long gridId, Long unitId) {
        remembered.changed();
        return mapper.put(userid, name, nickname, names(roles), gridId, unitId);
    }

    /** An administrator changes what somebody may do; it acts at that person's next click. */
    public void changeRoles(long id, Set<Role> roles, Actor by) {
        Staff person = get(id);
        requireOther(person, by, roles.contains(Role.ADMIN));
        if (roles.isEmpty() || roles.contains(Role.RESIDENT) || roles.contains(Role.SYSTEM)) {
            throw new Invalid("problem.staff.noRole");
        }
        if (roles.contains(Role.GRID) && person.gridId() == null) {
            throw new Invalid("problem.staff.noGrid");
        }
        if (roles.contains(Role.UNIT) && person.unitId() == null) {
            throw new Invalid("problem.staff.noUnit");
        }
        remembered.changed();
        mapper.put(person.userid(), person.name(), person.nickname(), names(roles), person.gridId(), person.unitId());
        audit.add(by.ref(), "staff.roles", "staff:" + person.userid(), String.join(",", names(roles)));
    }

    /** Telephone numbers by userid, of those who have one here. */
    public Map<String, String> phones() {
        Map<String, String> phones = new HashMap<>();
        mapper.findPhones().forEach(row -> phones.put(row.userid(), row.phone()));
        return phones;
    }

    /** @param phone as it is dialled; blank: none */
    public void setPhone(long id, String phone, Actor by) {
        Staff person = get(id);
        if (!by.is(Role.ADMIN) && !person.userid().equals(by.ref())) {
            throw new NotAllowed("problem.admin.only");
        }
        String tidy = phone == null ? "" : phone.strip();
        if (!tidy.isEmpty() && !tidy.matches("\\+?[0-9][0-9 -]{2,19}")) {
            throw new Invalid("problem.staff.phone");
        }
        mapper.setPhone(id, tidy.isEmpty() ? null : tidy);
        audit.add(by.ref(), "staff.phone", "staff:" + person.userid(), null);
    }

    /** Lets somebody in no longer, or again. What the person did stays. */
    public void setActive(long id, boolean active, Actor by) {
        Staff person = get(id);
        requireOther(person, by, active);
        remembered.changed();
        mapper.setActive(id, active);
        audit.add(by.ref(), active ? "staff.back" : "staff.left", "staff:" + person.userid(), null);
    }

    /** Nobody can lock the own door behind oneself, so that an administrator always remains. */
    private static void requireOther(Staff person, Actor by, boolean staysAdmin) {
        if (!by.is(Role.ADMIN)) {
            throw new NotAllowed("problem.admin.only");
        }
        if (person.userid().equals(by.ref()) && !staysAdmin) {
            throw new NotAllowed("problem.staff.self");
        }
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    /** Adds or, by code, changes a unit. */
    public long putUnit(String code, String name, String phone) {
        return mapper.putUnit(code, name, phone);
    }
}
