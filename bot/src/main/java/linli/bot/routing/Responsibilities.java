package linli.bot.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.community.Areas;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
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

    Responsibilities(ResponsibilityMapper mapper, Areas areas, StaffMembers staff, WorkCalendar work) {
        this.mapper = mapper;
        this.areas = areas;
        this.staff = staff;
        this.work = work;
    }

    /**
     * The most specific line: of the area, of the area around it, of the grid, of the community; else the community's line
     * for 其他. With none of them, a line without a unit, since a matter must never be lost for want of a table row.
     */
    public Responsibility find(Category category, Long areaId, Long gridId) {
        Long around = areaId == null ? null : areas.get(areaId).parentId();
        return Optional.ofNullable(mapper.find(category, areaId, around, gridId))
                .or(() -> Optional.ofNullable(mapper.find(Category.OTH, areaId, around, gridId)))
                .orElse(Responsibility.ofNobody(category));
    }

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
        Deadlines deadlines = Deadlines.of(line, mapper.findClock(counted), from, work);
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

    /** Adds or, by category and area, changes a line; its id is given by the database. */
    public void put(Responsibility line) {
        mapper.put(line);
    }
}
