package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.REVIEWER;
import static linli.bot.notice.NoticeFixtures.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Notices that come every week or once more, and the calendar they stand in. */
@SpringBootTest(properties = "linli.outbox.workers=0")
@Import({NoticeFixtures.class, VendorTasks.class})
class RepeatTests {

    private static final Actor NOBODY_LONGER = new Actor("gonggao9", "何某", 9L, Set.of(Role.CLERK), null, null);

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @Autowired
    Repeats repeats;

    @Autowired
    StaffMembers staff;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
        staff.put("gonggao1", "周宁", null, Set.of(Role.CLERK), null, null);
    }

    @Test
    void everyFridaysNoticeIsSubmittedTheDayBeforeAndLeavesOnlyReviewed() {
        Notice first = here.sending(here.waste(here.buildings("12"), null));
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        assertThat(repeats.nextDue(here.now())).contains(instant("2026-07-16T08:00:00"));
        assertThat(repeats.prepare()).isZero();

        here.at("2026-07-16T08:00:00");
        assertThat(repeats.prepare()).isEqualTo(1);
        assertThat(repeats.prepare()).isZero();
        Notice second = notices.search(NoticeFilter.latest(1)).get(0);
        assertThat(second.status()).isEqualTo(NoticeStatus.IN_REVIEW);
        assertThat(second.sendAt()).isEqualTo(instant("2026-07-17T08:00:00"));
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(repeats.all()).singleElement().extracting(Repeat::next).isEqualTo(instant("2026-07-24T08:00:00"));

        assertThat(notices.approve(second.id(), null, null, REVIEWER).dueAt()).isEqualTo(instant("2026-07-17T08:00:00"));
        assertThat(notices.between(instant("2026-07-17T00:00:00"), instant("2026-07-18T00:00:00"))).extracting(Notice::id).containsExactly(second.id());
    }

    @Test
    void whatCannotBeSubmittedIsLeftToItsAuthor() {
        Notice first = here.sending(here.waste(here.buildings("12"), null));
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        here.used("12", 31);
        here.at("2026-07-16T08:00:00");

        assertThat(repeats.prepare()).isEqualTo(1);
        assertThat(notices.search(NoticeFilter.latest(1)).get(0).status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(here.jdbc.queryForList("select text from outbox_message where target = 'gonggao1'", String.class))
                .contains("每周的垃圾分类没能自动提交审核，已存为草稿，请到控制台“通知”里看原因并提交。");
    }

    @Test
    void oneWhoseAuthorMayWriteNoMoreHoldsUpNoOther() {
        Notice first = here.sending(here.waste(here.buildings("12"), null));
        Notice other = here.sending(here.waste(here.buildings("13"), null));
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(7, 0), NOBODY_LONGER);
        repeats.start(other.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        staff.put("gonggao9", "何某", null, Set.of(Role.GRID), null, null);
        here.at("2026-07-16T08:00:00");

        assertThat(repeats.prepare()).isEqualTo(1);
        assertThat(notices.search(NoticeFilter.latest(1)).get(0).audience()).isEqualTo(other.audience());
    }

    @Test
    void aWeekInWhichTheMachineWasOffIsNotSentAfterwards() {
        Notice first = here.sending(here.waste(here.buildings("12"), null));
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        here.at("2026-07-20T10:00:00");
        repeats.prepare();

        assertThat(notices.search(NoticeFilter.latest(5))).hasSize(1);
        assertThat(repeats.all()).singleElement().extracting(Repeat::next).isEqualTo(instant("2026-07-24T08:00:00"));
    }

    @Test
    void itIsSetOnceAndStopped() {
        Notice first = here.sending(here.waste(here.buildings("12"), null));
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        repeats.start(first.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK);
        List<Repeat> all = repeats.all();
        assertThat(all).hasSize(1);

        repeats.stop(all.get(0).id(), CLERK);
        here.at("2026-07-16T08:00:00");
        assertThat(repeats.prepare()).isZero();
    }

    @Test
    void wordsWithADateDoNotRepeatAndAreLeftOpenInACopy() {
        Notice stop = here.sending(here.waterStop(here.buildings("12"), null));
        assertThatThrownBy(() -> repeats.start(stop.id(), DayOfWeek.FRIDAY, LocalTime.of(8, 0), CLERK)).isInstanceOf(Invalid.class);

        Notice copy = notices.copy("again", stop.id(), CLERK);
        assertThat(copy.status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(copy.values()).containsKey("reason").doesNotContainKeys("start", "end");
        assertThat(copy.audience()).isEqualTo(stop.audience());
        assertThat(notices.copy("again", stop.id(), CLERK).id()).isEqualTo(copy.id());
    }
}
