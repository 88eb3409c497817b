package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.outbox.LineState;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.settings.Settings;
import linli.bot.staff.StaffMembers;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** To whom a notice goes: places, a kept selection, who asked for the topic, all but some; and a test group first. */
@SpringBootTest(properties = "linli.outbox.workers=0")
class AudienceTests {

    @Autowired
    Notices notices;

    @Autowired
    Selections selections;

    @Autowired
    TestSends trials;

    @Autowired
    ChatGroups groups;

    @Autowired
    JdbcTemplate jdbc;

    private NoticeFixtures here;

    @BeforeEach
    void community(
            @Autowired Areas areas, @Autowired ClockStore clock, @Autowired StaffMembers staff, @Autowired Settings settings,
            @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction, @Autowired CommunityClock now) {
        here = new NoticeFixtures(jdbc, areas, groups, clock, notices, staff, settings, events, transaction, now);
        here.reset();
    }

    private List<String> names(Audience audience) {
        return selections.reach(audience).groups().stream().map(ChatGroup::name).toList();
    }

    private long savedAs(String name, Audience audience) {
        selections.add(name, audience, NoticeFixtures.CLERK);
        return selections.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().id();
    }

    @Test
    void somePlacesAreLeftOut() {
        Audience grid = new Audience.Grids(List.of(here.grid2), true).except(List.of(here.buildings.get("13")));
        assertThat(names(grid)).containsExactlyInAnyOrder("12栋邻里群", "15栋邻里群", "第2网格群");
        assertThat(notices.preview(here.waste(grid, null)).reach().label()).isEqualTo("第2网格（13栋除外）");
        assertThat(names(new Audience.Everything(true).except(List.of(here.grid2)))).containsExactly("1栋邻里群");
        assertThat(notices.preview(here.waste(new Audience.Grids(List.of(here.grid2), false).except(List.of(here.grid2)), null)).isReady()).isFalse();

        Notice kept = notices.create(null, here.waste(grid, null), NoticeFixtures.CLERK);
        assertThat(notices.get(kept.id()).audience()).isEqualTo(grid);
    }

    @Test
    void aSelectionIsLookedUpAgainWhenItIsSentAndTheDifferenceNoted() {
        long id = savedAs("老旧小区", here.buildings("12", "13"));
        Notice notice = here.approved(here.waste(new Audience.Saved(id), null));
        selections.change(id, here.buildings("13", "15"), NoticeFixtures.DESK);
        here.later(60);
        notices.dispatchDue();

        NoticeVersion version = notices.version(notices.get(notice.id())).orElseThrow();
        assertThat(version.groupsAdded()).containsExactly(here.groupOf("15"));
        assertThat(version.groupsGone()).containsExactly(here.groupOf("12"));
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);
    }

    @Test
    void aSelectionThatIsGoneReachesNobodyAndAPersonIsAsked() {
        long id = savedAs("老旧小区", here.buildings("12"));
        assertThatThrownBy(() -> selections.add("老旧小区", here.buildings("13"), NoticeFixtures.CLERK)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> selections.add("x", here.buildings("13"), NoticeFixtures.REVIEWER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> selections.add("里外", new Audience.Saved(id), NoticeFixtures.CLERK)).isInstanceOf(Invalid.class);
        Notice notice = here.approved(here.waste(new Audience.Saved(id), null));
        selections.remove(id, NoticeFixtures.CLERK);
        here.later(60);
        notices.dispatchDue();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.MISSED);
        assertThat(notices.preview(notice).problems()).contains("还没有选择发给谁，请选择楼栋或网格。");
    }

    @Test
    void whoAskedForATopicGetsIt() {
        selections.subscribe(NoticeTopic.WASTE_SORTING, Set.of(here.groupOf("12"), here.groupOf("15")), NoticeFixtures.CLERK);
        Audience asked = new Audience.Subscribed(NoticeTopic.WASTE_SORTING);
        assertThat(names(asked)).containsExactly("12栋邻里群", "15栋邻里群");
        assertThat(selections.reach(asked).label()).isEqualTo("12栋、15栋");
        assertThat(names(new Audience.Subscribed(NoticeTopic.LAW))).isEmpty();
        Notice notice = notices.create(null, here.waste(asked.except(List.of(here.buildings.get("15"))), null), NoticeFixtures.CLERK);
        assertThat(names(notices.get(notice.id()).audience())).containsExactly("12栋邻里群");

        selections.subscribe(NoticeTopic.WASTE_SORTING, Set.of(here.groupOf("15")), NoticeFixtures.CLERK);
        assertThat(names(asked)).containsExactly("15栋邻里群");
    }

    @Test
    void aTrialGoesToTheTestGroupAndToNobodyElse() {
        Notice notice = notices.create(null, here.waste(here.buildings("12"), null), NoticeFixtures.CLERK);
        assertThatThrownBy(() -> trials.send(notice.id(), NoticeFixtures.CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("还没有测试群");
        groups.learn("wr测试", "通知测试群", "gonggao1", 5);
        groups.bindForTrials(groups.findByExternalId("wr测试").orElseThrow().id());
        assertThat(names(new Audience.Everything(true))).doesNotContain("通知测试群");
        assertThat(trials.groups()).extracting(ChatGroup::kind).containsExactly(GroupKind.TEST);

        trials.send(notice.id(), NoticeFixtures.CLERK);
        trials.send(notice.id(), NoticeFixtures.REVIEWER);
        assertThat(trials.of(notice.id())).hasSize(2).allSatisfy(trial -> assertThat(trial.state()).isEqualTo(LineState.WAITING));
        assertThat(jdbc.queryForList("select target || ' ' || text from outbox_message", String.class))
                .hasSize(2).allMatch(line -> line.startsWith("wr测试 （试发，请勿转发）【垃圾分类】"));
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.DRAFT);
        assertThatThrownBy(() -> trials.send(notice.id(), NoticeFixtures.LEADER)).isInstanceOf(NotAllowed.class);
    }
}
