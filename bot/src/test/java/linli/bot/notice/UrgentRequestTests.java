package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.settings.Settings;
import linli.bot.staff.Role;
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

/** A clerk asks for 紧急发布; the leader or the desk decides. */
@SpringBootTest(properties = "linli.outbox.workers=0")
class UrgentRequestTests {

    @Autowired
    UrgentRequests requests;

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate jdbc;

    private NoticeFixtures here;

    @BeforeEach
    void community(
            @Autowired Areas areas, @Autowired ChatGroups groups, @Autowired ClockStore clock, @Autowired StaffMembers staff,
            @Autowired Settings settings, @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction,
            @Autowired CommunityClock now) {
        here = new NoticeFixtures(jdbc, areas, groups, clock, notices, staff, settings, events, transaction, now);
        here.reset();
        staff.put("lingdao1", "赵立", null, Set.of(Role.LEADER), null, null);
        staff.put("qiantai1", "孙悦", null, Set.of(Role.DESK), null, null);
    }

    @Test
    void theRequestReachesWhoMayAndIsSettledByPublishing() {
        Notice notice = notices.create(null, here.waterStop(here.buildings("12"), null), NoticeFixtures.CLERK);
        assertThatThrownBy(() -> notices.publishUrgently(notice.id(), null, "爆管", NoticeFixtures.CLERK)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> requests.ask(notice.id(), " ", NoticeFixtures.CLERK)).isInstanceOf(Invalid.class);
        requests.ask(notice.id(), "主水管爆裂", NoticeFixtures.CLERK);
        assertThatThrownBy(() -> requests.ask(notice.id(), "主水管爆裂", NoticeFixtures.CLERK)).isInstanceOf(Conflict.class);
        assertThat(jdbc.queryForList("select target from outbox_message where text = ? order by target", String.class,
                "【请求紧急发布】停水通知（12栋）：周宁请求紧急发布，理由：主水管爆裂。[紧急发布] [不紧急，走正常审核]")).containsExactly("lingdao1", "qiantai1");
        assertThat(requests.open(NoticeFixtures.LEADER)).hasSize(1);
        assertThat(requests.open(NoticeFixtures.REVIEWER)).isEmpty();

        notices.publishUrgently(notice.id(), null, "主水管爆裂", NoticeFixtures.LEADER);
        assertThat(requests.of(notice.id())).hasValueSatisfying(request -> {
            assertThat(request.granted()).isTrue();
            assertThat(request.answeredName()).isEqualTo("赵立");
        });
        assertThat(requests.open(NoticeFixtures.LEADER)).isEmpty();
    }

    @Test
    void whatIsDeclinedGoesTheUsualWay() {
        Notice notice = here.submitted(here.waste(here.buildings("12"), null));
        requests.ask(notice.id(), "想早点发", NoticeFixtures.CLERK);
        assertThatThrownBy(() -> requests.decline(notice.id(), "不急", NoticeFixtures.REVIEWER)).isInstanceOf(NotAllowed.class);
        requests.decline(notice.id(), "分类通知不急", NoticeFixtures.DESK);
        assertThatThrownBy(() -> requests.decline(notice.id(), "分类通知不急", NoticeFixtures.LEADER)).isInstanceOf(Conflict.class);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.IN_REVIEW);
        assertThat(jdbc.queryForList("select text from outbox_message where target = 'gonggao1'", String.class))
                .containsExactly("你请求紧急发布的垃圾分类，孙悦没有同意：分类通知不急。它仍走正常审核。");
    }
}
