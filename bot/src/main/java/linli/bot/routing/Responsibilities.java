package linli.bot.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.community.Areas;
import linli.bot.memory.Remembered;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.time.MachineClock;
import linli.bot.worktime.WorkCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 权责清单: who answers for what, and how fast. */
@Component
@Transactional
public class Responsibilities {

    private final ResponsibilityMapper mapper;
    private final Areas areas;
    private final StaffMembers staff;
    private final WorkCalendar work;
    private final AuditLog audit;
    private final Remembered remembered;

    Responsibilities(
            ResponsibilityMapper mapper, Areas areas, StaffMembers staff, WorkCalendar work, AuditLog audit, MachineClock machine) {
        this.mapper = mapper;
        this.areas = areas;
        this.staff = staff;
        this.work = work;
        this.audit = audit;
        this.remembered = new Remembered(machine);
    }

    /**
     * The most specific line: of the area, of the area around it, of the grid, of the community; else the community's line
     * for 其他. With none of them, a line without a unit, since a matter must never be lost for want of a table row.
     */
    public Responsibility find(Category category, Long areaId, Long gridId) {
        Long around = areaId == null ? null : areas.get(areaId).parentId();
        return line(category, areaId, around, gridId)
                .or(() -> line(Category.OTH, areaId, around, gridId))
                .orElse(Responsibility.ofNobody(category));
    }

    private Optional<Responsibility> line(Category category, Long areaId, Long around, Long gridId) {
        return Optional.ofNullable(remembered.get(
                new Matter(category, areaId, around, gridId), () -> mapper.find(category, areaId, around, gridId)));
    }

    private record Matter(Category category, Long areaId, Long around, Long gridId) {}

    /**
     * Who gets a matter, and by when.
     *
     * @param areaId null when only the grid is known
     * @param gridId null when the place is unknown
     * @param from community time from which the clocks run
     */
    public Assignment assign(Category category, Urgency urgency, Long areaId, Long gridId, Instant from) {
        Responsibility line = find(category, areaId, gridId);
        Urgency counted = line.urgency() != null && line.urgency().compareTo(urgency) < 0 ? line.urgency() : urgency;
        Deadlines deadlines = Deadlines.of(line, remembered.get(counted, () -> mapper.findClock(counted)), from, work);
        return new Assignment(line.unitId(), line.id(), deadlines, owner(gridId), counted);
    }

    private Long owner(Long gridId) {
        return gridId == null ? null : staff.inRole(Role.GRID, gridId).stream().findFirst().map(Staff::id).orElse(null);
    }

    public Optional<Responsibility> byId(long id) {
        return Optional.ofNullable(mapper.findById(id));
    }

    public List<Responsibility> all() {
        return mapper.findAll();
    }

    /**
     * Somebody changes a line at the console, or adds one; the next matching ticket goes by it.
     *
     * @return the line as it stands now
     */
    public Responsibility change(Responsibility line, Actor actor) {
        if (line.unitId() != null && staff.units().stream().noneMatch(unit -> line.unitId() == unit.id())) {
            throw new Invalid("problem.routing.unit");
        }
        if (line.respondMinutes() != null && line.respondMinutes() <= 0 || line.resolveMinutes() != null && line.resolveMinutes() <= 0) {
            throw new Invalid("problem.routing.minutes");
        }
        put(line);
        Responsibility now = mapper.findAt(line.category(), line.areaId());
        audit.add(actor.ref(), "routing.changed", "responsibility:" + now.id(), null);
        return now;
    }

    /** Adds or, by category and area, changes a line; its id is given by the database. */
    public void put(Responsibility line) {
        remembered.changed();
        mapper.put(line);
    }
}
