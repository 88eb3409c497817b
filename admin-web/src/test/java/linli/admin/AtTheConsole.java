package linli.admin;

import static linli.admin.security.AsStaff.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The console as its people open it: a community of two grids, one building, and who works there. */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class AtTheConsole {

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected Tickets tickets;

    @Autowired
    protected StaffMembers people;

    @Autowired
    protected Areas areas;

    @Autowired
    protected ChatGroups groups;

    @Autowired
    protected CommunityClock clock;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    protected long second;
    protected long third;
    protected long twelve;
    protected Staff worker;
    protected Staff otherGrid;
    protected Staff desk;
    protected Staff leader;

    @BeforeEach
    void twoGridsAndTheirPeople() {
        long community = areas.put("c", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        second = areas.put("g2", AreaKind.GRID, "第2网格", "2", community, 0);
        third = areas.put("g3", AreaKind.GRID, "第3网格", "3", community, 0);
        twelve = areas.put("b12", AreaKind.BUILDING, "12栋", "12", second, 60);
        worker = person("wangge2", "陈静", Role.GRID, second);
        otherGrid = person("wangge3", "周敏", Role.GRID, third);
        desk = person("qiantai1", "何云", Role.DESK, null);
        leader = person("lingdao1", "赵刚", Role.LEADER, null);
    }

    protected Staff person(String userid, String name, Role role, Long grid) {
        return people.get(people.put(userid, name, null, Set.of(role), grid, null));
    }

    protected Staff ofUnit(String userid, String name, String code, String unit) {
        people.putUnit(code, unit, null);
        return people.get(people.put(userid, name, null, Set.of(Role.UNIT), null, people.unit(code).orElseThrow().id()));
    }

    /** A bound group of the second grid. */
    protected ChatGroup group(String chatId, String name, long building) {
        groups.announce(name, GroupKind.BUILDING, building, second, "wangge2", "fuwang2");
        groups.learn(chatId, name, "wangge2", 40);
        return groups.findByExternalId(chatId).orElseThrow();
    }

    protected MvcTestResult post(Staff who, String path, String... namesAndValues) {
        var request = mvc.post().uri(path).with(as(who)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }
}
