package linli.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.faq.Faqs;
import linli.bot.parsing.Category;
import linli.bot.routing.Responsibilities;
import linli.bot.staff.Actor;
import linli.bot.staff.DutyRoster;
import linli.bot.staff.LoginOutcome;
import linli.bot.staff.Logins;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"linli.setup.import=${linli.config}/sample/community.xlsx", "linli.setup.sample-password=linli-demo-2026"})
class SampleCommunityTests {

    private static final Path FILE = Path.of(System.getProperty("linli.config"), "sample", "community.xlsx");

    @Autowired
    Imports imports;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    StaffMembers staff;

    @Autowired
    DutyRoster roster;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Faqs faqs;

    @Autowired
    Logins logins;

    @Test
    void theFirstStartBringsTheWholeCommunityIn() {
        assertThat(areas.grids()).hasSize(6);
        assertThat(areas.buildings()).hasSize(54);
        assertThat(groups.all()).hasSize(61).filteredOn(g -> g.kind() == GroupKind.GRID).hasSize(6);
        assertThat(staff.all()).hasSize(30);
        assertThat(responsibilities.all()).hasSize(Category.values().length);
        assertThat(faqs.find("哪个晓得社保卡在哪里办")).hasValueSatisfying(faq -> assertThat(faq.title()).isEqualTo("社保卡办理地点和时间"));
    }

    @Test
    void ownersAndBackupsAreTheTwoWorkersOfTheGrid() {
        assertThat(group("12栋邻里群")).extracting(ChatGroup::ownerUserid, ChatGroup::backupUserid).containsExactly("wangge2", "fuwang2");
        assertThat(group("15栋邻里群")).extracting(ChatGroup::ownerUserid, ChatGroup::backupUserid).containsExactly("fuwang2", "wangge2");
        assertThat(group("第2网格群").areaId()).isEqualTo(areas.findByCode("G2").orElseThrow().id());
        assertThat(staff.findByUserid("fuwang2")).map(Staff::nickname).contains("小刘");
    }

    private ChatGroup group(String name) {
        return groups.all().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theRosterKnowsWhoIsCalled() {
        long grid = areas.findByCode("G2").orElseThrow().id();
        LocalDate tuesday = LocalDate.of(2026, 7, 14);

        assertThat(roster.onDuty(0, grid, tuesday)).extracting(Staff::userid).containsExactly("wangge2");
        assertThat(roster.onDuty(0, grid, tuesday.plusDays(4))).extracting(Staff::userid).containsExactly("fuwang2");
        assertThat(roster.onDuty(1, grid, tuesday)).extracting(Staff::userid).containsExactly("zhiban1");
        assertThat(roster.onDuty(3, null, tuesday)).extracting(Staff::userid).containsExactly("lingdao1");
    }

    @Test
    void everybodyCanLogInWithTheSamplePassword() {
        assertThat(logins.attempt("wangge2", "linli-demo-2026"))
                .isInstanceOfSatisfying(LoginOutcome.Accepted.class, in -> assertThat(in.mustChange()).isFalse());
        assertThat(logins.states()).hasSize(30);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        ImportReport report = imports.apply(FILE, Actor.SYSTEM);

        assertThat(report.problems()).isEmpty();
        assertThat(report.changesNothing()).as("%s", report.counts()).isTrue();
        assertThat(report.counts()).extracting(SheetCount::total).containsExactlyInAnyOrderElementsOf(List.of(61, 6, 30, 61, 21, 21, 12));
    }
}
