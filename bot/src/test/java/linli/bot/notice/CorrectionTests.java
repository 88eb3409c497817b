package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.LEADER;
import static linli.bot.notice.NoticeFixtures.REVIEWER;
import static linli.bot.notice.NoticeFixtures.instant;
import static linli.bot.notice.NoticeFixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.bot.outbox.LineState;
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

/** What happens to a notice after it went out: it is put right, it ends, and an urgent one is looked at. */
@SpringBootTest(properties = "linli.outbox.workers=0")
@Import({NoticeFixtures.class, VendorTasks.class})
class CorrectionTests {

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    NoticeFacts facts;

    @Autowired
    UrgentReviews reviews;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
    }

    private Notice sentEverywhere() {
        NoticeDraft draft = here.waterStop(here.buildings("12", "13", "15"), null).byHand(Map.of(here.groupOf("13"), ByHand.FORWARD));
        Notice notice = here.sending(draft);
        here.line(notice, "12", LineState.TASK_CREATED, "task-1", null);
        here.line(notice, "15", LineState.TASK_CREATED, "task-2", null);
        here.line(notice, "12", LineState.SENT, "task-1", null);
        here.line(notice, "15", LineState.SENT, "task-2", null);
        deliveries.forwarded(deliveries.of(notice.id()).get(1).id(), "截图 0715-13", CLERK);
        return notices.get(notice.id());
    }

    private Notice corrected(Notice original, String end) {
        Map<String, String> values = new HashMap<>(original.values());
        values.put("end", end);
        Notice correction = notices.correct(null, original.id(), values, CLERK);
        notices.submit(correction.id(), null, false, CLERK);
        notices.approve(correction.id(), null, null, REVIEWER);
        here.later(60);
        notices.dispatchDue();
        return notices.get(correction.id());
    }

    @Test
    void aCorrectionSaysWhatChangedAndGoesTheSameWays() {
        Notice original = sentEverywhere();
        assertThat(original.status()).isEqualTo(NoticeStatus.SENT);
        here.at("2026-07-15T15:29:00");
        Notice correction = corrected(original, "2026-07-17T19:00");

        assertThat(notices.version(correction).orElseThrow().text()).isEqualTo(
                "【更正】7月15日停水通知：12栋、13栋、15栋恢复供水时间由7月17日17:00更正为19:00，其余不变。芙蓉中路社区 7月15日");
        assertThat(deliveries.of(correction.id())).extracting(Delivery::status)
                .containsExactly(DeliveryStatus.QUEUED, DeliveryStatus.WAIT_MANUAL, DeliveryStatus.QUEUED);
        assertThat(notices.get(original.id()).status()).isEqualTo(NoticeStatus.CORRECTED);
        assertThat(notices.correctionOf(original.id())).get().extracting(Notice::id).isEqualTo(correction.id());
    }

    @Test
    void onceItGoesOutOnlyTheCorrectionExplains() {
        Notice original = sentEverywhere();
        Map<String, String> values = new HashMap<>(original.values());
        values.put("end", "2026-07-17T19:00");
        Notice draft = notices.correct("form", original.id(), values, CLERK);
        long twelve = here.buildings.get("12");
        assertThat(facts.bearingOn("WATER", twelve, instant("2026-07-17T10:00:00"))).get().extracting(ActiveNotice::id).isEqualTo(original.id());

        notices.submit(draft.id(), null, false, CLERK);
        notices.approve(draft.id(), null, null, REVIEWER);
        here.later(60);
        notices.dispatchDue();
        assertThat(facts.bearingOn("WATER", twelve, instant("2026-07-17T18:00:00"))).get().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(draft.id());
            assertThat(fact.phase(instant("2026-07-17T18:00:00"))).isEqualTo(ActiveNotice.Phase.LASTING);
            assertThat(fact.phase(instant("2026-07-17T19:10:00"))).isEqualTo(ActiveNotice.Phase.OVERDUE);
            assertThat(fact.phase(instant("2026-07-17T19:40:00"))).isEqualTo(ActiveNotice.Phase.BROKEN);
        });
    }

    @Test
    void aCorrectionThatChangesNothingIsNotSubmitted() {
        Notice original = sentEverywhere();
        Notice correction = notices.correct(null, original.id(), original.values(), CLERK);

        assertThatThrownBy(() -> notices.submit(correction.id(), null, false, CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("没有改动");
    }

    @Test
    void itsGroupsCannotBeChangedByTheForm() {
        Notice original = sentEverywhere();
        Map<String, String> values = new HashMap<>(original.values());
        values.put("end", "2026-07-17T19:00");
        Notice correction = notices.correct(null, original.id(), values, CLERK);
        Notice edited = notices.edit(correction.id(), null, new NoticeDraft("water-stop", null, values, here.buildings("1"), null), CLERK);

        assertThat(edited.audience()).isEqualTo(original.audience());
        assertThat(edited.byHand()).containsOnlyKeys(here.groupOf("13"));
    }

    @Test
    void whatIsNotOutYetIsEditedAndNotCorrected() {
        Notice draft = notices.create(null, here.waterStop(here.buildings("12"), null), CLERK);

        assertThatThrownBy(() -> notices.correct(null, draft.id(), draft.values(), CLERK)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> notices.correct(null, sentEverywhere().id(), Map.of(), REVIEWER)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aNoticeThatIsOverIsAnsweredForHalfAnHourAndThenContradicted() {
        sentEverywhere();
        here.at("2026-07-17T17:00:30");
        notices.dispatchDue();

        assertThat(facts.bearingOn("WATER", here.buildings.get("12"), instant("2026-07-17T17:10:00"))).isPresent();
        assertThat(facts.bearingOn("WATER", here.buildings.get("12"), instant("2026-07-17T22:00:00"))).isEmpty();
        assertThat(facts.bearingOn("WATER", here.buildings.get("1"), instant("2026-07-17T17:10:00"))).isEmpty();
    }

    @Test
    void aGroupHearsOneHintAnHourAndTheAuthorOfAnOverdueNoticeIsAlertedOnce() {
        Notice notice = sentEverywhere();
        ActiveNotice fact = facts.bearingOn("WATER", here.buildings.get("12"), instant("2026-07-17T10:00:00")).orElseThrow();
        long group = here.groupOf("12");
        assertThat(facts.explained(fact, group, 1, instant("2026-07-17T10:00:00"))).isTrue();
        assertThat(facts.explained(fact, group, 2, instant("2026-07-17T10:59:00"))).isFalse();
        assertThat(facts.explained(fact, group, 3, instant("2026-07-17T11:01:00"))).isTrue();
        assertThat(facts.explained(fact, group, 3, instant("2026-07-17T12:30:00"))).isFalse();
        assertThat(facts.explained(fact, group, 4, instant("2026-07-17T17:10:00"))).isTrue();
        assertThat(facts.explained(fact, group, 5, instant("2026-07-17T17:12:00"))).isFalse();

        assertThat(facts.deflected(notice.id())).isEqualTo(5);
        assertThat(here.jdbc.queryForList("select text from outbox_message where key like 'notice-card:%:overdue:%'", String.class))
                .containsExactly("【通知超时】停水通知：12栋群 17:10 有居民说还没恢复，原定 17:00。请核实最新时间，必要时在控制台“通知”里点“更正”。");
    }

    @Test
    void anUrgentNoticeIsLookedAtTheNextWorkingMorningBySomebodyElse() {
        here.at("2026-07-15T22:15:00");
        Notice draft = notices.create(null, here.waterStop(here.buildings("12"), null), CLERK);
        notices.publishUrgently(draft.id(), null, "主管爆裂", LEADER);
        assertThat(reviews.open(LEADER)).isEmpty();
        assertThat(reviews.open(REVIEWER)).hasSize(1);

        here.at("2026-07-16T08:59:00");
        notices.dispatchDue();
        assertThat(urgentCards()).isEmpty();
        here.at("2026-07-16T09:00:00");
        notices.dispatchDue();
        notices.dispatchDue();
        assertThat(urgentCards()).containsExactly("【紧急发布复核】停水通知（12栋）由赵立紧急发布，理由：主管爆裂。请到控制台“通知”里复核。");

        Actor other = person("lingdao2", "钱立", Role.LEADER, null);
        assertThatThrownBy(() -> reviews.review(draft.id(), true, "", LEADER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reviews.review(draft.id(), false, " ", other)).isInstanceOf(Invalid.class);
        reviews.review(draft.id(), false, "可以等到早上", other);
        assertThat(reviews.of(draft.id())).get().extracting(UrgentReview::note).isEqualTo("可以等到早上");
        assertThatThrownBy(() -> reviews.review(draft.id(), true, "", REVIEWER)).isInstanceOf(Conflict.class);
        assertThat(reviews.open(REVIEWER)).isEmpty();
    }

    private List<String> urgentCards() {
        return here.jdbc.queryForList("select text from outbox_message where key like 'notice-card:%:urgent:%'", String.class);
    }
}
