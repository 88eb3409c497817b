package linli.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class ResponsibilitiesTests {

    private static final Instant TUESDAY_EVENING = Instant.parse("2026-07-14T18:42:00+08:00");
    private static final Instant TUESDAY_MORNING = Instant.parse("2026-07-14T10:00:00+08:00");

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Areas areas;

    @Autowired
    StaffMembers staff;

    private long grid;
    private long building;
    private long property;
    private long lifts;
    private long worker;

    @BeforeEach
    void oneGridWithOneBuilding() {
        long community = areas.put("T", AreaKind.COMMUNITY, "社区", null, null, 0);
        grid = areas.put("T-G2", AreaKind.GRID, "第2网格", "2", community, 0);
        building = areas.put("T-B12", AreaKind.BUILDING, "12栋", "12", grid, 96);
        property = staff.putUnit("t-wuye", "物业", null);
        lifts = staff.putUnit("t-weibao", "维保", null);
        worker = staff.put("t-wangge2", "陈静", "小陈", Set.of(Role.GRID), grid, null);
        put(Category.ELEV, null, property, null, null);
    }

    private void put(Category category, Long area, long unit, Urgency urgency, Integer respond) {
        responsibilities.put(new Responsibility(null, category, area, unit, urgency, respond, null, CountedIn.ALWAYS, null));
    }

    @Test
    void theMostSpecificLineWins() {
        assertThat(responsibilities.find(Category.ELEV, building, grid).unitId()).isEqualTo(property);

        put(Category.ELEV, grid, lifts, null, null);
        assertThat(responsibilities.find(Category.ELEV, building, grid).unitId()).isEqualTo(lifts);

        put(Category.ELEV, building, property, null, null);
        assertThat(responsibilities.find(Category.ELEV, building, grid).unitId()).isEqualTo(property);
        assertThat(responsibilities.find(Category.ELEV, grid, grid).unitId()).isEqualTo(lifts);
    }

    @Test
    void whatNobodyIsListedForStillHasDeadlinesAndAnOwner() {
        Assignment assignment = responsibilities.assign(Category.CIVIL, Urgency.P3, null, grid, TUESDAY_MORNING);

        assertThat(assignment.unitId()).isNull();
        assertThat(assignment.ownerStaffId()).isEqualTo(worker);
        assertThat(assignment.respondBy()).isEqualTo("2026-07-15T10:00:00+08:00");
        assertThat(assignment.resolveBy()).isNull();
    }

    @Test
    void urgencyDecidesTheClocks() {
        assertThat(assign(Urgency.P0, TUESDAY_EVENING).respondBy()).isEqualTo("2026-07-14T18:45:00+08:00");
        assertThat(assign(Urgency.P1, TUESDAY_MORNING).respondBy()).isEqualTo("2026-07-14T10:30:00+08:00");
        assertThat(assign(Urgency.P1, TUESDAY_EVENING).respondBy()).isEqualTo("2026-07-14T20:42:00+08:00");
        assertThat(assign(Urgency.P1, TUESDAY_EVENING).resolveBy()).isEqualTo("2026-07-15T18:42:00+08:00");
        assertThat(assign(Urgency.P2, TUESDAY_EVENING).respondBy()).isEqualTo("2026-07-15T15:00:00+08:00");
        assertThat(assign(Urgency.P2, TUESDAY_MORNING).resolveBy()).isEqualTo("2026-07-17T10:00:00+08:00");
    }

    @Test
    void aLineMayAskForMoreHaste() {
        put(Category.ELEV, null, lifts, Urgency.P1, 20);

        Assignment assignment = assign(Urgency.P2, TUESDAY_MORNING);
        assertThat(assignment.urgency()).isEqualTo(Urgency.P1);
        assertThat(assignment.respondBy()).isEqualTo("2026-07-14T10:20:00+08:00");
        assertThat(assign(Urgency.P0, TUESDAY_MORNING).urgency()).isEqualTo(Urgency.P0);
    }

    private Assignment assign(Urgency urgency, Instant from) {
        return responsibilities.assign(Category.ELEV, urgency, building, grid, from);
    }
}
