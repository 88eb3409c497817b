package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import linli.bot.outbox.LineState;
import linli.bot.problem.Invalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The month's 群发 of each group: counted, corrected, shown, and never spent without saying so. */
@SpringBootTest(properties = "linli.outbox.workers=0")
@Import({NoticeFixtures.class, VendorTasks.class})
class QuotaTests {

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Quotas quotas;

    @Autowired
    VendorTasks vendor;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
        vendor.reset();
    }

    private Quota left(String building) {
        long id = here.groupOf(building);
        return quotas.left(List.of(here.groups.get(id)), here.now()).get(id);
    }

    @Test
    void aFreshMonthHasAsManyAsItHasDaysAndKeepsFiveBack() {
        assertThat(left("12")).isEqualTo(new Quota(31));
        assertThat(left("12").usual()).isEqualTo(26);
        assertThat(left("12").reserve()).isEqualTo(5);
    }

    @Test
    void whatIsOnItsWayCountsAndWhatFailedDoesNot() {
        Notice first = here.sending(here.waste(here.buildings("12", "13"), null));
        assertThat(left("12").left()).isEqualTo(30);

        here.outboxState("13", LineState.FAILED);
        assertThat(left("13").left()).isEqualTo(31);
        assertThat(deliveries.of(first.id())).hasSize(2);
    }

    @Test
    void whatColleaguesSentFromWeComItselfIsCountedOnceThePlatformListsIt() {
        vendor.month.put("wr12栋邻里群", 17);

        assertThat(quotas.read()).isEqualTo(1);
        assertThat(left("12").left()).isEqualTo(14);

        here.sending(here.waste(here.buildings("12"), null));
        assertThat(left("12").left()).isEqualTo(13);
    }

    @Test
    void aRefusalOfThePlatformOutweighsOurCount() {
        Notice notice = here.sending(here.waste(here.buildings("13"), null));
        here.line(notice, "13", LineState.TASK_CREATED, "task-1", null);
        here.line(notice, "13", LineState.FAILED, "task-1", "quota");

        assertThat(left("13").left()).isZero();
        here.at("2026-08-01T09:00:00");
        assertThat(left("13").left()).isEqualTo(31);
    }

    @Test
    void anAuthorSeesTheQuotaAndSaysHowAGroupWithoutAnyIsReached() {
        here.used("12", 17);
        here.used("13", 31);
        here.used("15", 17);
        NoticeDraft draft = here.waterStop(here.buildings("12", "13", "15"), null);

        Preview preview = notices.preview(draft);
        assertThat(preview.quota()).isEqualTo(
                "3 个楼栋群，约 486 人；本月群发额度剩余：12栋 普通 9＋应急预留 5，13栋 0，15栋 普通 9＋应急预留 5");
        assertThat(preview.shorts()).extracting(Preview.Short::sentence).containsExactly(
                "13栋群本月群发额度已用完，本条会发送失败。可选：侧边栏一键发送 / 群主手动转发。");
        Notice notice = notices.create(null, draft, CLERK);
        assertThatThrownBy(() -> notices.submit(notice.id(), null, false, CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("13栋群");

        Notice chosen = notices.edit(notice.id(), null, draft.byHand(Map.of(here.groupOf("13"), ByHand.FORWARD)), CLERK);
        assertThat(notices.submit(chosen.id(), null, false, CLERK).status()).isEqualTo(NoticeStatus.IN_REVIEW);
    }

    @Test
    void theReserveIsForUrgentPublishingOnly() {
        here.used("12", 28);
        NoticeDraft draft = here.waste(here.buildings("12"), null);
        assertThat(notices.preview(draft).shorts()).extracting(Preview.Short::sentence).containsExactly(
                "12栋群本月群发额度只剩应急预留 3 条，普通通知不占用。可选：侧边栏一键发送 / 群主手动转发。");

        Notice notice = notices.create(null, draft, CLERK);
        notices.publishUrgently(notice.id(), null, "夜里抢修", LEADER);
        here.later(60);
        notices.dispatchDue();
        assertThat(deliveries.of(notice.id())).extracting(Delivery::status).containsExactly(DeliveryStatus.QUEUED);
    }

    @Test
    void aQuotaSpentBetweenReviewAndSendingLeavesTheGroupToAPerson() {
        here.approved(here.waste(here.buildings("12", "13"), null));
        here.used("13", 31);
        here.later(60);
        notices.dispatchDue();

        List<Delivery> all = deliveries.of(notices.search(NoticeFilter.latest(1)).get(0).id());
        assertThat(all).extracting(Delivery::status).containsExactly(DeliveryStatus.QUEUED, DeliveryStatus.WAIT_MANUAL);
        assertThat(deliveries.why(all.get(1))).isEqualTo("本月群发额度已用完");
    }

    @Test
    void aLinePostedFromTheSidebarIsForwardedByHand() {
        Notice notice = here.approved(here.waste(here.buildings("12"), null).byHand(Map.of(here.groupOf("12"), ByHand.SIDEBAR)));
        here.later(60);
        notices.dispatchDue();
        assertThat(here.jdbc.queryForList("select route from outbox_message where reason = 'notice'", String.class)).containsExactly("STAFF_TAP");

        here.posted(notice, "12", "wangge2");
        assertThat(deliveries.of(notice.id())).singleElement().satisfies(d -> {
            assertThat(d.status()).isEqualTo(DeliveryStatus.MANUAL);
            assertThat(d.doneBy()).isEqualTo("wangge2");
        });
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
    }
}
