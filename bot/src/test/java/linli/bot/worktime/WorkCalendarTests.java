package linli.bot.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import linli.bot.problem.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class WorkCalendarTests {

    @Autowired
    WorkCalendar calendar;

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-14T11:30, PT1H,   2026-07-14T14:30", // over noon
        "2026-07-14T09:00, PT3H,   2026-07-14T12:00", // ends with the span
        "2026-07-14T09:00, PT4H,   2026-07-14T15:00",
        "2026-07-14T17:00, PT4H,   2026-07-15T12:00",
        "2026-07-17T17:00, PT2H,   2026-07-20T10:00", // over the weekend
        "2026-07-14T23:10, PT4H,   2026-07-15T15:00", // a night
        "2026-07-14T09:00, PT21H,  2026-07-16T18:00", // three work days
        "2026-09-30T17:00, PT2H,   2026-10-08T10:00", // over the National Day week
        "2026-10-09T17:30, PT1H,   2026-10-10T09:30", // a Saturday that is worked
        "2026-02-14T17:00, PT2H,   2026-02-24T10:00", // Spring Festival, after a worked Saturday
        "2025-12-31T17:30, PT1H,   2026-01-04T09:30", // into a year of its own holidays
    })
    void onlyWorkTimeCounts(String from, Duration work, String until) {
        assertThat(calendar.plusWorking(at(from), work)).isEqualTo(at(until));
    }

    @Test
    void theNextStartOfWorkIsNowWhileSomebodyWorks() {
        assertThat(calendar.nextWorkStart(at("2026-07-14T10:00"))).isEqualTo(at("2026-07-14T10:00"));
        assertThat(calendar.nextWorkStart(at("2026-07-14T12:00"))).isEqualTo(at("2026-07-14T14:00"));
        assertThat(calendar.nextWorkStart(at("2026-07-14T18:00"))).isEqualTo(at("2026-07-15T09:00"));
        assertThat(calendar.nextWorkStart(at("2026-10-01T08:00"))).isEqualTo(at("2026-10-08T09:00"));
    }

    @Test
    void theLastInstantOfASpanIsNoLongerWork() {
        assertThat(calendar.isWorking(at("2026-07-14T09:00"))).isTrue();
        assertThat(calendar.isWorking(at("2026-07-14T12:00"))).isFalse();
        assertThat(calendar.isWorking(at("2026-07-18T10:00"))).isFalse();
        assertThat(calendar.isWorking(at("2026-05-09T10:00"))).isTrue();
    }

    @Test
    void aYearWithoutPublishedHolidaysCountsItsWeekdays() {
        assertThat(calendar.plusWorking(at("2031-10-01T09:00"), Duration.ofHours(1))).isEqualTo(at("2031-10-01T10:00"));
    }

    @Test
    void theMachinesTimeZoneChangesNothing() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(calendar.plusWorking(at("2026-07-14T17:00"), Duration.ofHours(4))).isEqualTo(at("2026-07-15T12:00"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static final String NOTICE = """
            国务院办公厅关于%d年部分节假日安排的通知
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
            国务院办公厅 2025年11月4日
            """;

    @Test
    void theNoticeAsItIsPublishedGivesTheDaysThatComeAlong() {
        assertThat(calendar.read(NOTICE.formatted(2026))).containsExactlyElementsOf(PublishedDays.of(2026));
        assertThat(calendar.read(NOTICE.formatted(2026).replace("\n", ""))).containsExactlyElementsOf(PublishedDays.of(2026));
    }

    @Test
    void olderWordingsAndARangeOverTheYearsEndAreRead() {
        List<CalendarDay> read = calendar.read("""
                关于2017年部分节假日安排的通知
                一、元旦:2016年12月31日至2017年1月1日放假,1月2日(星期一)补休。
                二、劳动节：5月1日放假，与周末连休。
                """);
        assertThat(read).extracting(CalendarDay::day).containsExactly(
                LocalDate.of(2016, 12, 31), LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 2), LocalDate.of(2017, 5, 1));
        assertThat(read).noneMatch(CalendarDay::works);
    }

    @Test
    void whatDoesNotFitItsOwnCountIsRefused() {
        assertThatThrownBy(() -> calendar.read("关于2026年的通知\n一、元旦：1月1日至4日放假，共3天。")).isInstanceOf(Invalid.class).hasMessageContaining("共 3 天");
        assertThatThrownBy(() -> calendar.read("关于2026年的通知\n一、清明节：2月30日放假。")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calendar.read("一、清明节：4月4日放假。")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calendar.read("明天放假吗")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calendar.read("关于2026年" + "一、".repeat(4000))).isInstanceOf(Invalid.class);
    }

    @Test
    void anImportedYearCountsAtOnce() {
        LocalDate saturday = LocalDate.of(2031, 1, 4);
        assertThat(calendar.spans(saturday)).isEmpty();
        calendar.importNotice("关于2031年部分节假日安排的通知\n一、元旦：1月1日（周三）放假，共1天。1月4日（周六）上班。", "admin1");
        assertThat(calendar.spans(saturday)).isNotEmpty();
        assertThat(calendar.spans(LocalDate.of(2031, 1, 1))).isEmpty();
        calendar.remove(LocalDate.of(2031, 1, 1), "admin1");
        calendar.remove(saturday, "admin1");
    }
}
