package linli.bot.staff;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 值班: who is called on a day, step by step. */
@Component
@Transactional
public class DutyRoster {

    public static final int LAST_STEP = 3;

    private final DutyMapper mapper;
    private final StaffMembers staff;

    DutyRoster(DutyMapper mapper, StaffMembers staff) {
        this.mapper = mapper;
        this.staff = staff;
    }

    /**
     * Who is called. A line for this weekday goes before a line for every day. Where the roster is silent, step 0 falls to
     * all workers of the grid, 1 and 2 to the desk, 3 to the leaders.
     *
     * @param step 0 the grid's worker, 1 community, 2 street, 3 leader
     * @param gridId null when the place is not known; step 0 is then the desk's
     */
    public List<Staff> onDuty(int step, Long gridId, LocalDate day) {
        List<Staff> listed = mapper.findOnDuty(step, gridId, day.getDayOfWeek().getValue()).stream().map(StaffRow::toStaff).toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        return switch (step) {
            case 0 -> gridId == null ? staff.inRole(Role.DESK, null) : staff.inRole(Role.GRID, gridId);
            case LAST_STEP -> staff.inRole(Role.LEADER, null);
            default -> staff.inRole(Role.DESK, null);
        };
    }

    public List<DutyLine> all() {
        return mapper.findAll();
    }

    /** Takes over a whole new roster. */
    public void replace(List<DutyLine> lines) {
        mapper.deleteAll();
        lines.forEach(mapper::insert);
    }
}
