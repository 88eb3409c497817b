package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.DESK;
import static linli.bot.notice.NoticeFixtures.LEADER;
import static linli.bot.notice.NoticeFixtures.REVIEWER;
import static linli.bot.notice.NoticeFixtures.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "linli.outbox.workers=0")
@Import(NoticeFixtures.class)
class NoticesTests {

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
    }

    @Test
    void theWordsOfAWaterStopAreThoseTheCommunityAgreedOn() {
        Preview preview = notices.preview(here.waterStop(here.buildings("12", "13", "15"), null));

        assertThat(preview.text()).isEqualTo("【停水通知】因二次供水泵房检修，12栋、13栋、15栋定于7月17日（周五）09:00—17:00停水。请提前储水、关好水龙头；"
                + "来水后如发黄，请放水至清澈再使用。咨询：023-66668888。芙蓉中路社区（据物业服务中心通知） 7月15日");
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.reach().groups()).hasSize(3);
        assertThat(preview.reach().people()).isEqualTo(486);
        assertThat(preview.reach().owners()).containsExactlyInAnyOrder("wangge2", "fuwang2");
    }

    @Test
    void anEmptyFieldIsNamedAndKeepsTheNoticeFromReview() {
        NoticeDraft draft = new NoticeDraft(
                "water-stop", null, Map.of("reason", "检修", "start", "2026-07-17T09:00"), here.buildings("12"), null);
        Notice notice = notices.create(null, draft, CLERK);

        assertThatThrownBy(() -> notices.submit(notice.id(), null, false, CLERK))
                .isInstanceOf(Invalid.class)
                .hasMessage("缺少：结束时间。补全后才能提交审核。");
    }

    @Test
    void anEndBeforeItsStartIsNamed() {
        NoticeDraft draft = new NoticeDraft(
                "water-stop", null, Map.of("reason", "检修", "start", "2026-07-17T09:00", "end", "2026-07-17T08:00"), here.buildings("12"), null);

        assertThat(notices.preview(draft).problems()).containsExactly("结束时间早于开始时间，请检查。");
    }

    @Test
    void tooManyWordsNobodyToTellAndWordsThatClaimTooMuchAreRefused() {
        NoticeDraft draft = new NoticeDraft(
                "free", NoticeTopic.POLICY, Map.of("title", "提醒", "content", "已送达全部居民。" + "长".repeat(600)), Audience.nobody(), null);

        assertThat(notices.preview(draft).problems())
                .anyMatch(problem -> problem.contains("最多 600 个字"))
                .anyMatch(problem -> problem.contains("还没有选择发给谁"))
                .anyMatch(problem -> problem.contains("已送达全部居民"));
    }

    @Test
    void aStopWithinADayAsksFirst() {
        here.at("2026-07-16T10:00:00");
        Notice notice = notices.create(null, here.waterStop(here.buildings("12"), null), CLERK);

        assertThatThrownBy(() -> notices.submit(notice.id(), null, false, CLERK)).hasMessage("距停水不足 24 小时，请核对是否为紧急抢修。");
        assertThat(notices.submit(notice.id(), null, true, CLERK).status()).isEqualTo(NoticeStatus.IN_REVIEW);
    }

    @Test
    void aSubmittedNoticeTellsItsReviewers() {
        here.submitted(here.waterStop(here.buildings("12", "13", "15"), null));

        assertThat(here.jdbc.queryForList("select target || ' ' || text from outbox_message where route = 'STAFF_APP'", String.class))
                .singleElement().asString().startsWith("shenhe1 待审：停水通知（12、13、15栋，约 486 人）[通过] [退回]");
    }

    @Test
    void theAuthorCannotApproveEvenAsAReviewer() {
        Notice notice = here.submitted(here.waterStop(here.buildings("12"), null));
        Actor both = new Actor("gonggao1", "周宁", 1L, Set.of(Role.CLERK, Role.REVIEWER), null, null);

        assertThatThrownBy(() -> notices.approve(notice.id(), null, null, both)).isInstanceOf(NotAllowed.class).hasMessageContaining("自己写的");
        assertThat(notices.allowed(notice, both)).doesNotContain(NoticeAction.APPROVE);
    }

    @Test
    void theSameFormSavedTwiceIsOneNotice() {
        Notice first = notices.create("form-1", here.waste(here.buildings("12"), null), CLERK);
        Notice second = notices.create("form-1", here.waste(here.buildings("12"), null), CLERK);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void aSecondTapOnApproveChangesNothing() {
        Notice notice = here.submitted(here.waste(here.buildings("12"), null));
        notices.approve(notice.id(), notice.revision(), null, REVIEWER);

        assertThatThrownBy(() -> notices.approve(notice.id(), notice.revision(), null, REVIEWER)).isInstanceOf(Conflict.class);
        assertThat(notices.history(notice.id())).extracting(NoticeEvent::action)
                .containsExactly(NoticeAction.SUBMIT, NoticeAction.APPROVE, NoticeAction.SEND);
    }

    @Test
    void aReturnedNoticeIsMendedAndSubmittedAgainAsANewVersion() {
        Notice notice = here.submitted(here.waste(here.buildings("12"), null));
        notices.sendBack(notice.id(), null, "请写清投放点", REVIEWER);
        notices.edit(notice.id(), null, here.waterStop(here.buildings("13"), null), CLERK);
        Notice again = notices.submit(notice.id(), null, false, CLERK);

        assertThat(again.version()).isEqualTo(2);
        assertThat(notices.version(again).orElseThrow().text()).startsWith("【停水通知】");
        assertThat(again.effect()).isEqualTo("WATER");
    }

    @Test
    void anEditTakesAnApprovedNoticeBackToItsDraft() {
        Notice notice = here.approved(here.waste(here.buildings("12"), null));
        notices.undo(notice.id(), null, CLERK);

        assertThat(notices.edit(notice.id(), null, here.waste(here.buildings("12"), null), CLERK).status()).isEqualTo(NoticeStatus.DRAFT);
    }

    @Test
    void anApprovedNoticeIsHeldAMinuteAndUndoneStaysUntilAPersonSendsIt() {
        Notice notice = here.approved(here.waste(here.buildings("12"), null));
        assertThat(notice.status()).isEqualTo(NoticeStatus.HOLD);
        assertThat(notice.dueAt()).isEqualTo(instant("2026-07-15T14:01:00"));

        here.later(30);
        notices.undo(notice.id(), null, CLERK);
        here.later(3_600);
        notices.dispatchDue();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.APPROVED);

        notices.send(notice.id(), null, CLERK);
        here.later(60);
        notices.dispatchDue();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);
    }

    @Test
    void aScheduledNoticeIsHeldTheMinuteBeforeAndLeavesOnTime() {
        Notice notice = here.approved(here.waste(here.buildings("12"), instant("2026-07-16T08:00:00")));
        assertThat(notice.status()).isEqualTo(NoticeStatus.SCHEDULED);
        assertThat(notices.nextDue(instant("2026-07-15T14:00:00"))).contains(instant("2026-07-16T07:59:00"));

        here.at("2026-07-16T07:59:00");
        notices.dispatchDue();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.HOLD);
        assertThat(notices.nextDue(instant("2026-07-16T07:59:00"))).contains(instant("2026-07-16T08:00:00"));

        here.at("2026-07-16T08:00:00");
        notices.dispatchDue();
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);
    }

    @Test
    void aNoticeMoreThanHalfAnHourLateAsksAPerson() {
        Notice notice = here.approved(here.waste(here.buildings("12"), instant("2026-07-16T08:00:00")));

        here.at("2026-07-16T11:00:00");
        notices.dispatchDue();

        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.MISSED);
        assertThat(here.jdbc.queryForObject("select count(*) from notice_delivery", int.class)).isZero();
        assertThat(here.jdbc.queryForList("select text from outbox_message where target = 'gonggao1'", String.class))
                .singleElement().asString().startsWith("计划 08:00 的通知未发出，已转为待确认。[立即发送] [改期] [取消]");
        assertThat(notices.waitingFor(DESK)).extracting(Notice::id).containsExactly(notice.id());

        assertThat(notices.reschedule(notice.id(), null, instant("2026-07-16T15:00:00"), CLERK).status()).isEqualTo(NoticeStatus.SCHEDULED);
    }

    @Test
    void theQuietHoursMoveANoticeToTheMorning() {
        here.at("2026-07-15T22:15:00");
        Preview preview = notices.preview(here.waste(here.buildings("12"), null));
        assertThat(preview.quiet()).isEqualTo("现在是免打扰时段（22:00–07:30），将改为明早 07:30 发送。紧急情况请选择“紧急发布”并填写理由。");
        assertThat(preview.goesOut()).isEqualTo(instant("2026-07-16T07:30:00"));

        Notice notice = here.approved(here.waste(here.buildings("12"), null));
        assertThat(notice.status()).isEqualTo(NoticeStatus.SCHEDULED);
        assertThat(notice.dueAt()).isEqualTo(instant("2026-07-16T07:30:00"));
    }

    @Test
    void aNoticeApprovedAMinuteBeforeTheNightDoesNotSlipIntoIt() {
        here.at("2026-07-15T21:59:30");

        assertThat(here.approved(here.waste(here.buildings("12"), null)).dueAt()).isEqualTo(instant("2026-07-16T07:30:00"));
    }

    @Test
    void anUrgentNoticeGoesOutAtNightWithAReasonAndByAnotherThanItsAuthor() {
        here.at("2026-07-15T23:00:00");
        Notice notice = notices.create(null, here.waste(here.buildings("12"), null), CLERK);

        assertThatThrownBy(() -> notices.publishUrgently(notice.id(), null, " ", LEADER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> notices.publishUrgently(notice.id(), null, "抢修", REVIEWER)).isInstanceOf(NotAllowed.class);
        notices.publishUrgently(notice.id(), null, "主管爆裂抢修", LEADER);
        here.later(60);
        notices.dispatchDue();

        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);
    }

    @Test
    void anApprovalLongAfterTheAuthorsTimeDoesNotSendByItself() {
        Notice notice = here.submitted(here.waste(here.buildings("12"), instant("2026-07-15T15:00:00")));
        here.at("2026-07-15T17:00:00");

        assertThat(notices.approve(notice.id(), null, null, REVIEWER).status()).isEqualTo(NoticeStatus.APPROVED);
    }

    @Test
    void whatHasNotGoneOutIsCancelled() {
        Notice notice = here.approved(here.waste(here.buildings("12"), instant("2026-07-16T08:00:00")));

        notices.cancel(notice.id(), null, CLERK);
        here.at("2026-07-16T08:00:00");
        notices.dispatchDue();

        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.CANCELLED);
        assertThat(here.jdbc.queryForObject("select count(*) from notice_delivery", int.class)).isZero();
    }

    @Test
    void theReviewersQueueHoldsOthersNoticesOnly() {
        Notice notice = here.submitted(here.waste(here.buildings("12"), null));

        assertThat(notices.waitingFor(REVIEWER)).extracting(Notice::id).containsExactly(notice.id());
        assertThat(notices.waitingFor(CLERK)).isEmpty();
        assertThat(notices.search(new NoticeFilter(Set.of(NoticeStatus.IN_REVIEW), NoticeTopic.WASTE_SORTING, null, 20))).hasSize(1);
        assertThat(notices.search(new NoticeFilter(Set.of(NoticeStatus.SENT), null, null, 20))).isEmpty();
    }
}
