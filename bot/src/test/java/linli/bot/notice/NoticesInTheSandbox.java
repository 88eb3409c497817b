package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.ClockStore;
import linli.bot.time.MachineClock;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Notices that go out for real, to the sample community's groups in the sandbox. */
abstract class NoticesInTheSandbox extends AgainstTheSandbox {

    static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    static final Actor REVIEWER = new Actor("shenhe1", "马德明", 2L, Set.of(Role.REVIEWER), null, null);

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Areas areas;

    @Autowired
    ClockStore clockStore;

    @Autowired
    MachineClock machine;

    @Autowired
    ChatGroups groups;

    @BeforeEach
    void allGroupsAreBound() {
        await().atMost(Duration.ofMinutes(1)).until(() -> groups.all().stream().filter(ChatGroup::isBound).count() >= 60);
    }

    @AfterEach
    void realTime() {
        // What becomes due by jumping months ahead is not these tests' matter, so nothing is waited for.
        clockStore.move(machine.now(), false);
    }

    void clock(String to) {
        call("POST", "clock", Map.of("to", to, "hold", true));
    }

    Audience buildings(String... numbers) {
        return new Audience.Buildings(Stream.of(numbers).map(number -> areas.building(number).orElseThrow().id()).toList());
    }

    /** Written, reviewed, and its minute over. */
    Notice sending(NoticeDraft draft) {
        Notice notice = notices.create(null, draft, CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        notices.approve(notice.id(), null, null, REVIEWER);
        jdbc.sql("update notice set due_at = due_at - interval '60 seconds' where id = ?").param(notice.id()).update();
        notices.dispatchDue();
        return notices.get(notice.id());
    }

    void awaitAll(Notice notice, DeliveryStatus expected) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(deliveries.of(notice.id())).isNotEmpty().extracting(Delivery::status).containsOnly(expected));
    }
}
